import Spreadsheets

/// One line of `.ndjson`: a cell as `convert` writes it.
struct CellLine {
  /// The sheet's name.
  var sheet = ""
  /// The cell.
  var reference = CellReference(row: 1, column: 1)
  /// The kind of its value.
  var kind = ConvertCell.Kind.empty
  /// The number, the serial, 0 or 1.
  var number = 0.0
  /// Whether a date has a serial.
  var hasSerial = false
  /// The text, the code or the ISO date.
  var text = ""
  /// The number format's code.
  var format: String?
  /// The formula.
  var formula: String?

  /// Reads the object in `bytes`, line number `line`.
  ///
  /// - Throws: ``CellLinesError``.
  init(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws(CellLinesError) {
    var scanner = JSONScanner(bytes)
    guard let members = scanner.object() else {
      throw CellLinesError(line: line, reason: .notAnObject)
    }
    func fault(_ name: String) -> CellLinesError { .init(line: line, reason: .member(name)) }
    func string(_ name: String) throws(CellLinesError) -> String? {
      switch members[name] {
      case nil, .null?: return nil
      case .string(let text)?: return text
      default: throw fault(name)
      }
    }
    guard let sheet = try string("sheet") else { throw fault("sheet") }
    guard let place = try string("ref") else { throw fault("ref") }
    guard let reference = CellReference(place) else {
      throw CellLinesError(line: line, reason: .reference(place))
    }
    self.sheet = sheet
    self.reference = reference
    format = try string("format").flatMap { $0.isEmpty ? nil : $0 }
    formula = try string("formula").flatMap { $0.isEmpty ? nil : $0 }
    switch (try string("type"), members["value"]) {
    case ("number"?, .number(let value)?): (kind, number) = (.number, value)
    case ("text"?, .string(let value)?): (kind, text) = (.text, value)
    case ("boolean"?, .boolean(let value)?): (kind, number) = (.boolean, value ? 1 : 0)
    case ("error"?, .string(let value)?): (kind, text) = (.error, value)
    case ("date"?, .string(let value)?):
      (kind, text) = (.date, value)
      switch members["serial"] {
      case nil, .null?: break
      case .number(let serial)?: (number, hasSerial) = (serial, true)
      default: throw fault("serial")
      }
    case ("empty"?, nil), ("empty"?, .null?): kind = .empty
    case ("number"?, _), ("text"?, _), ("boolean"?, _), ("error"?, _), ("date"?, _), ("empty"?, _):
      throw fault("value")
    default: throw fault("type")
    }
  }
}
