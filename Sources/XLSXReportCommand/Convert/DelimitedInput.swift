import DelimitedText

/// Passes the records of delimited text to an output.
struct DelimitedInput: ~Copyable {
  private var reader: DelimitedReader

  init(_ reader: consuming DelimitedReader) { self.reader = reader }

  /// Passes on all fields as the cells of one sheet.
  mutating func feed(sheet: String, to output: any ConvertOutput) throws {
    try output.beginSheet(sheet)
    while try reader.next() {
      let row = reader.row
      for index in 0..<reader.fieldCount {
        let bytes = reader.bytes(at: index)
        let kind = reader.wasGuarded(at: index) ? .text : FieldKind(bytes)
        let column = index + 1
        switch kind {
        case .empty: continue
        case .decimal: try output.decimal(bytes, row: row, column: column)
        case .number(let number): try output.number(number, row: row, column: column)
        case .boolean(let value):
          try output.cell(
            ConvertCell(row: row, column: column, kind: .boolean, number: value ? 1 : 0))
        case .text:
          try output.cell(ConvertCell(row: row, column: column, kind: .text, text: bytes))
        }
      }
    }
    try output.endSheet()
  }

  /// Rewrites all records: every field in its place and with its own text, including numbers.
  mutating func rewrite(to writer: inout DelimitedWriter) throws {
    while try reader.next() {
      for index in 0..<reader.fieldCount {
        let bytes = reader.bytes(at: index)
        let isNumber = !reader.wasGuarded(at: index) && FieldKind(bytes).isNumber
        if isNumber { try writer.append(literal: bytes) } else { try writer.append(text: bytes) }
      }
      try writer.endRecord()
    }
    try writer.finish()
  }
}
