import OpenPackaging

/// A table of a sheet, whose headers must equal the text of its header cells.
///
/// Source: ECMA-376-1:2016, 18.5.1.2 `table`.
struct TableEdit {
  private(set) var part: EditablePart
  let name: String
  /// The header cells; `nil` for a table without headers.
  let headers: CellRange?
  private let columns: [EditablePart.Child]
  private var renamed: [Int: String] = [:]

  init(_ part: EditablePart) {
    self.part = part
    let scanner = MarkupScanner(part.bytes)
    name = scanner.value("displayName", of: part.root) ?? scanner.value("name", of: part.root) ?? ""
    let list = part.children.first { $0.name == "tableColumns" }
    columns = list.map { part.children(in: $0.content) } ?? []
    let count = scanner.number("headerRowCount", of: part.root) ?? 1
    let range = scanner.value("ref", of: part.root).flatMap { CellRange($0) }
    headers = range.flatMap { range in
      guard count > 0 else { return nil }
      return CellRange(
        range.topLeft, CellReference(row: range.firstRow, column: range.lastColumn))
    }
  }

  /// Whether any header was changed.
  var isChanged: Bool { !renamed.isEmpty }

  /// The header of the header cell `cell`, as used in formulas; `nil` if the table has none for it.
  func header(at cell: CellReference) -> String? {
    guard let headers, headers.contains(cell) else { return nil }
    let place = cell.column - headers.firstColumn
    guard columns.indices.contains(place) else { return nil }
    return renamed[place] ?? part.value("name", of: columns[place].tag)
  }

  /// Changes the header of `cell`, one of the table's header cells.
  mutating func rename(_ cell: CellReference, to text: String) throws {
    guard let headers else { return }
    let place = cell.column - headers.firstColumn
    guard columns.indices.contains(place) else { return }
    for (other, column) in columns.enumerated() where other != place {
      let known = renamed[other] ?? part.value("name", of: column.tag) ?? ""
      guard known.lowercased() != text.lowercased() else {
        throw WorkbookEditorError(.tableHeaderTwice(name))
      }
    }
    renamed[place] = text
  }

  /// The part with all changed headers.
  func bytes() -> [UInt8] {
    var part = part
    for (place, text) in renamed {
      part.set("name", CellText.encoded(text), of: columns[place].tag)
    }
    return part.edited
  }
}
