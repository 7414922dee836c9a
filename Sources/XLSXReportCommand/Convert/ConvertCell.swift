/// A cell between an input and an output; its text is in a reader's buffer.
struct ConvertCell: ~Copyable {
  /// The kind of a cell's value.
  enum Kind {
    /// A formula without a cached value.
    case empty
    /// A number.
    case number
    /// A number in its shortest text, which is not parsed.
    case decimal
    /// Text.
    case text
    /// A truth value; the number is 0 or 1.
    case boolean
    /// A spreadsheet error; the text is its code.
    case error
    /// A number as displayed, which is the text.
    case displayed
    /// A date; the text is ISO 8601, the number the serial if one is stored.
    case date
  }

  /// The row, from 1.
  let row: Int
  /// The column, from 1.
  let column: Int
  /// The kind of its value.
  let kind: Kind
  /// The number, the serial of a date, 0 or 1 of a truth value.
  let number: Double
  /// Whether a date has a serial.
  let hasSerial: Bool
  /// The text, the error's code or the ISO date.
  let text: UnsafeBufferPointer<UInt8>
  /// The code of a number format other than General.
  let format: String?
  /// The formula without its equals sign.
  let formula: String?

  init(
    row: Int, column: Int, kind: Kind, number: Double = 0, hasSerial: Bool = true,
    text: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    format: String? = nil, formula: String? = nil
  ) {
    self.row = row
    self.column = column
    self.kind = kind
    self.number = number
    self.hasSerial = hasSerial
    self.text = text
    self.format = format
    self.formula = formula
  }
}
