import Documents
import ReportModel

/// The lines of a text that belong to each table of a form: those from the table's heading to the next.
struct LineRegions {
  private let headings: [(row: Int, part: String)]
  private let end: Int

  /// Finds the form's headings in `grid`.
  init(_ grid: Grid, _ form: FormDefinition) {
    let labels = form.parts.map { part in
      switch part {
      case .section(let section):
        (section.id, FormLabel(path: [section.label], aliases: section.aliases ?? []))
      case .table(let table):
        (table.id, FormLabel(path: [table.label], aliases: table.aliases ?? []))
      }
    }
    var headings: [(row: Int, part: String)] = []
    for cell in grid.cells where cell.reference.column == 1 {
      guard case .text(let text) = cell.value, text.utf8.count <= TextTable.longest,
        !ValueReader.isValueLike(text)
      else { continue }
      let folded = LabelText(text)
      let best = labels.compactMap { id, label in
        LabelSimilarity.score(folded, label).map { (id, $0.score) }
      }.max { $0.1 < $1.1 }
      if let best, best.1 >= Self.least { headings.append((cell.reference.row, best.0)) }
    }
    self.headings = headings
    end = (grid.cells.last?.reference.row ?? 0) + 1
  }

  /// The least score at which a line is a heading.
  private static let least = 0.85

  /// The lines of the table `id`: below its last heading, or all lines if it has none.
  func rows(of id: String) -> Range<Int> {
    guard let index = headings.lastIndex(where: { $0.part == id }) else { return 1..<max(1, end) }
    let start = headings[index].row + 1
    let next = headings[(index + 1)...].first { $0.part != id }?.row ?? end
    return start..<max(start, next)
  }
}
