import Diagnostics
import Documents

/// The grids of a document that contain labels of the forms, upright and transposed.
struct DocumentViews {
  /// The document.
  let document: GridDocument
  /// The views; each grid's upright one first.
  let views: [GridView]
  /// The texts of these grids.
  let book: TextTable
  private let texts: KnownTexts
  private let limits: Limits

  /// The fewest labels of a relevant grid.
  private static let fewest = 2

  /// Searches `document` for labels of `forms`; `texts` are those that earlier documents had.
  ///
  /// - Throws: `LimitExceeded` of `label-texts`.
  init(
    _ document: GridDocument, _ forms: [PreparedForm], _ texts: KnownTexts, limits: Limits
  ) throws(LimitExceeded) {
    self.document = document
    self.texts = texts
    self.limits = limits
    let tables = forms.flatMap(\.tables)
    var book = TextTable(texts)
    var views: [GridView] = []
    for (index, grid) in document.grids.enumerated() where Self.isRelevant(grid, tables, texts) {
      let view = GridView(grid, index: index, book: &book)
      views.append(view)
      if grid.origin != .lines { views.append(view.transposed) }
      try limits.check(.labelTexts, book.texts.count)
    }
    self.views = views
    self.book = book
  }

  /// The views of the grids that contain labels of `forms`, which include the forms that these views are for.
  ///
  /// - Throws: `LimitExceeded` of `label-texts`.
  func extended(to forms: [PreparedForm]) throws(LimitExceeded) -> DocumentViews {
    let tables = forms.flatMap(\.tables)
    let grids = self.grids
    let holdsMore = document.grids.indices.contains { index in
      !grids.contains(index) && Self.isRelevant(document.grids[index], tables, texts)
    }
    return holdsMore ? try DocumentViews(document, forms, texts, limits: limits) : self
  }

  /// Checks the number of cells that may be labels of one table.
  ///
  /// - Throws: `LimitExceeded` of `label-cells`.
  func checkCount(of matches: AxisMatches) throws(LimitExceeded) {
    var count = 0
    for view in views where !view.isTransposed {
      for row in view.rows {
        count += row.cells.count { $0.label.map(matches.isLabel) ?? false }
      }
      try limits.check(.labelCells, count)
    }
  }

  private static func isRelevant(
    _ grid: Grid, _ tables: [TableAxes], _ texts: KnownTexts
  ) -> Bool {
    grid.origin == .lines ? grid.count <= mostInLines : holdsLabels(grid, tables, texts)
  }

  /// The indices of the grids.
  var grids: Set<Int> { Set(views.map(\.grid)) }

  /// The most fields in lines of text that are searched for a form: a report has some hundreds.
  private static let mostInLines = 20_000

  /// Whether one of the grids consists of lines of text.
  var hasLines: Bool { document.grids.contains { $0.origin == .lines } }

  private static func holdsLabels(
    _ grid: Grid, _ tables: [TableAxes], _ texts: KnownTexts
  ) -> Bool {
    var seen: Set<ExactText> = []
    var count = 0
    for cell in grid.cells {
      guard case .text(let text) = cell.value, text.utf8.count <= TextTable.longest,
        text.utf8.contains(where: { $0 >= 0x41 }), seen.insert(ExactText(text)).inserted
      else { continue }
      let label = texts(text).label
      if tables.contains(where: { $0.knows(label) }) {
        count += 1
        if count >= fewest { return true }
      }
    }
    return false
  }
}
