import XMLStreams

/// The rows of a sheet as they are written: the hot path, bytes straight into the part's window.
struct SheetBody: ~Copyable {
  var xml: XMLWriter
  /// The row that is open, counted from 1; 0 before the first.
  private(set) var row = 0
  /// The column of the cell that was written last in this row; 0 before the first.
  private(set) var column = 0
  private var isRowOpen = false
  private var isRowEmpty = true
  /// The row's number in decimal digits, the first in the lowest byte.
  private var rowDigits: UInt64 = 0
  private var rowDigitCount = 0

  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  init(xml: consuming XMLWriter) { self.xml = xml }

  /// Ends the sheet's rows and hands the writer on to what follows them.
  consuming func finish() -> XMLWriter {
    endRow()
    return xml
  }

  var hasRow: Bool { row > 0 }

  mutating func beginRow(_ number: Int, _ layout: RowLayout) {
    endRow()
    row = number
    column = 0
    (rowDigits, rowDigitCount) = Self.packedDigits(number)
    isRowOpen = true
    isRowEmpty = true
    xml.append("<row r=\"")
    xml.append(packed: rowDigits, count: rowDigitCount)
    xml.append(byte: 0x22)
    if layout != .standard { append(layout) }
  }

  private mutating func append(_ layout: RowLayout) {
    if let style = layout.style {
      xml.attribute("s", style.offset)
      xml.attribute("customFormat", 1)
    }
    if let height = layout.height {
      xml.attribute("ht", height)
      xml.attribute("customHeight", 1)
    }
    if layout.isHidden { xml.attribute("hidden", 1) }
    if layout.outlineLevel > 0 { xml.attribute("outlineLevel", layout.outlineLevel) }
  }

  mutating func endRow() {
    guard isRowOpen else { return }
    isRowOpen = false
    if isRowEmpty { xml.append("/>") } else { xml.append("</row>") }
  }

  /// Passes over cells; the next one stands in `column`.
  mutating func move(toBefore column: Int) { self.column = column &- 1 }

  mutating func number(_ value: Double, style: Int) {
    beginCell(style)
    xml.append("><v>")
    xml.append(value)
    xml.append("</v></c>")
  }

  mutating func number(_ text: UnsafeBufferPointer<UInt8>, style: Int) {
    beginCell(style)
    xml.append("><v>")
    xml.append(text)
    xml.append("</v></c>")
  }

  mutating func sharedString(_ index: Int, style: Int) {
    beginCell(style)
    xml.append(" t=\"s\"><v>")
    xml.append(index)
    xml.append("</v></c>")
  }

  mutating func inlineString(_ text: UnsafeBufferPointer<UInt8>, style: Int) {
    beginCell(style)
    xml.append(" t=\"inlineStr\"><is>")
    Self.appendText(text, to: &xml)
    xml.append("</is></c>")
  }

  mutating func boolean(_ value: Bool, style: Int) {
    beginCell(style)
    xml.append(value ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>")
  }

  mutating func error(_ value: CellError, style: Int) {
    beginCell(style)
    xml.append(" t=\"e\"><v>")
    xml.text(value.code)
    xml.append("</v></c>")
  }

  mutating func blank(style: Int) {
    beginCell(style)
    xml.append("/>")
  }

  mutating func formula(_ formula: String, _ stored: StoredValue?, style: Int) {
    beginCell(style)
    switch stored {
    case .text: xml.append(" t=\"str\"")
    case .boolean: xml.append(" t=\"b\"")
    case .error: xml.append(" t=\"e\"")
    case .number, nil: break
    }
    xml.append("><f>")
    var formula = formula
    formula.withUTF8 { CellText.append($0, to: &xml) }
    xml.append("</f>")
    if let stored { append(stored) }
    xml.append("</c>")
  }

  private mutating func append(_ stored: StoredValue) {
    switch stored {
    case .number(let value):
      xml.append("<v>")
      xml.append(value)
    case .text(var text):
      text.withUTF8 {
        if CellText.needsPreserving($0) {
          xml.append("<v xml:space=\"preserve\">")
        } else {
          xml.append("<v>")
        }
        CellText.append($0, to: &xml)
      }
    case .boolean(let value):
      xml.append(value ? "<v>1" : "<v>0")
    case .error(let value):
      xml.append("<v>")
      xml.text(value.code)
    }
    xml.append("</v>")
  }

  /// Appends a `<t>` with the text of a string.
  ///
  /// Source: ECMA-376-1:2016, 18.4.12.
  static func appendText(_ text: UnsafeBufferPointer<UInt8>, to xml: inout XMLWriter) {
    if CellText.needsPreserving(text) {
      xml.append("<t xml:space=\"preserve\">")
    } else {
      xml.append("<t>")
    }
    CellText.append(text, to: &xml)
    xml.append("</t>")
  }

  /// Writes `<c r="…" s="…"` for the next column.
  private mutating func beginCell(_ style: Int) {
    if isRowEmpty {
      isRowEmpty = false
      xml.append(byte: 0x3E)
    }
    column &+= 1
    xml.append("<c r=\"")
    let (letters, letterCount) = Self.packedLetters(column)
    xml.append(packed: letters, count: letterCount)
    xml.append(packed: rowDigits, count: rowDigitCount)
    guard style > 0 else { return xml.append(byte: 0x22) }
    xml.append("\" s=\"")
    xml.append(style)
    xml.append(byte: 0x22)
  }

  private static func packedDigits(_ value: Int) -> (UInt64, Int) {
    var (packed, count, rest) = (UInt64(0), 0, value)
    repeat {
      packed = packed << 8 | UInt64(truncatingIfNeeded: 0x30 &+ rest % 10)
      count &+= 1
      rest /= 10
    } while rest > 0
    return (packed, count)
  }

  private static func packedLetters(_ column: Int) -> (UInt64, Int) {
    let offset = UInt64(truncatingIfNeeded: column &- 1)
    if offset < 26 { return (0x41 &+ offset, 1) }
    let last = 0x41 &+ offset % 26
    let rest = offset / 26 &- 1
    if rest < 26 { return (0x41 &+ rest | last << 8, 2) }
    return (0x41 &+ (rest / 26 &- 1) | (0x41 &+ rest % 26) << 8 | last << 16, 3)
  }
}
