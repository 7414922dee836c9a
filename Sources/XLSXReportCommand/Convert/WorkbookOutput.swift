import Spreadsheets

/// Writes a workbook, sheet after sheet.
final class WorkbookOutput: ConvertOutput {
  private let workbook: WorkbookWriter
  private var sheet: SheetWriter?
  private var styles: [String: StyleIndex] = [:]

  /// Begins a workbook in a new file at `path`.
  init(path: String) throws {
    workbook = try WorkbookWriter(into: path)
  }

  var wantsFormulas: Bool { true }

  func beginSheet(_ name: String) throws {
    sheet = try workbook.addSheet(name)
  }

  func number(_ value: Double, row: Int, column: Int) throws {
    guard let sheet else { return }
    try sheet.move(toRow: row, column: column)
    try sheet.append(value)
  }

  func decimal(_ text: UnsafeBufferPointer<UInt8>, row: Int, column: Int) throws {
    guard let sheet else { return }
    try sheet.move(toRow: row, column: column)
    try sheet.append(decimal: text)
  }

  func cell(_ cell: borrowing ConvertCell) throws {
    guard let sheet else { return }
    try sheet.move(toRow: cell.row, column: cell.column)
    let style = try cell.format.map { try self.style($0) } ?? .standard
    if let formula = cell.formula {
      try sheet.append(formula: formula, stored: stored(cell), style)
      return
    }
    switch cell.kind {
    case .empty: break
    case .number: try sheet.append(cell.number, style)
    case .decimal: try sheet.append(decimal: cell.text, style)
    case .text, .displayed: try sheet.append(utf8: cell.text, style)
    case .boolean: try sheet.append(cell.number != 0, style)
    case .error: try sheet.append(CellError(String(decoding: cell.text, as: UTF8.self)), style)
    case .date where cell.hasSerial: try sheet.append(cell.number, style)
    case .date: try sheet.append(utf8: cell.text, style)
    }
  }

  func endSheet() throws {}

  func finish() throws { try workbook.finish() }

  private func style(_ format: String) throws -> StyleIndex {
    if let style = styles[format] { return style }
    let style = try workbook.style(CellStyle(numberFormat: format))
    styles[format] = style
    return style
  }

  private func stored(_ cell: borrowing ConvertCell) -> StoredValue? {
    switch cell.kind {
    case .empty: nil
    case .number: .number(cell.number)
    case .date where cell.hasSerial: .number(cell.number)
    case .text, .date, .displayed, .decimal: .text(String(decoding: cell.text, as: UTF8.self))
    case .boolean: .boolean(cell.number != 0)
    case .error: .error(CellError(String(decoding: cell.text, as: UTF8.self)))
    }
  }
}
