import Diagnostics
import Documents
import ReportModel

/// The content of a file, and the result of reading it.
struct Inspection {
  /// A sheet, page table or text.
  struct Sheet {
    /// Its name; empty for a text.
    let name: String
    /// The number of cells with content.
    let cells: Int
    /// The number of its formulas.
    let formulas: Int
    /// The smallest range that contains all of them, in A1 style; nil if there are none.
    let range: String?
    /// The number of merged areas.
    let merges: Int
    /// Whether it is hidden.
    let isHidden: Bool
  }

  /// The file as the user named it.
  let file: String
  /// Its size in bytes.
  let byteCount: Int
  /// The kind of file.
  let kind: String
  /// The program that wrote it, if the file names it.
  let producer: String?
  /// The encoding of a text.
  let encoding: String?
  /// Its sheets.
  let sheets: [Sheet]
  /// The number of paragraphs of a page or document.
  let paragraphs: Int
  /// The report, if a form was recognised.
  let imported: ImportedReport?
  /// The reason why none was.
  let unrecognised: Phrase?
  /// The paths by which the sheets of a workbook are read, if requested.
  var readingPaths: ReadingPaths?

  /// Inspects `input`.
  ///
  /// - Throws: ``Failure`` if it cannot be read at all.
  init(_ input: Input, _ pipeline: ImportPipeline) throws(Failure) {
    file = input.name
    byteCount = input.byteCount
    let taken = try pipeline.inspect(input)
    let document = taken.document
    kind = document?.kind ?? "json"
    producer = document?.producer
    encoding = document?.encoding
    sheets = document?.grids.map(Sheet.init) ?? []
    paragraphs =
      document?.blocks.count { if case .paragraph = $0 { true } else { false } } ?? 0
    imported = taken.report
    unrecognised = taken.unrecognised
  }
}

extension Inspection.Sheet {
  init(_ grid: Grid) {
    let all = grid.cells
    name = grid.name
    cells = all.count
    formulas = all.count { $0.formula != nil }
    merges = grid.merges.count
    isHidden = grid.isHidden
    let rows = all.map(\.reference.row)
    let columns = all.map(\.reference.column)
    guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(),
      let right = columns.max()
    else {
      range = nil
      return
    }
    let corners = [
      GridReference(row: top, column: left), GridReference(row: bottom, column: right),
    ]
    range = corners.map(\.a1).joined(separator: ":")
  }
}
