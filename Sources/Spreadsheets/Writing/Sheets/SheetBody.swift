import XMLStreams

/// The rows of a sheet, for writing: the hot path, which writes bytes directly into the part's window.
struct SheetBody: ~Copyable {
  var xml: XMLWriter
  /// The open row, from 1; 0 before the first.
  private(set) var row = 0
  /// The column of the last cell written in this row; 0 before the first.
  private(set) var column = 0
  private var isRowOpen = false
  private var isRowEmpty = true
  /// The row's number in decimal digits.
  private var rowDigits = PackedText(bits: 0, count: 0)

  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  init(xml: consuming XMLWriter) { self.xml = xml }

  /// Ends the rows and returns the writer for what follows them.
  consuming func finish() -> XMLWriter {
    endRow()
    return xml
  }

  /// Whether a row is open and has room for another cell.
  var takesCell: Bool { row > 0 && column < Self.lastColumn }

  mutating func beginRow(_ number: Int, _ layout: RowLayout) {
    endRow()
    row = number
    column = 0
    rowDigits = PackedText(decimal: number)
    isRowOpen = true
    isRowEmpty = true
    var cursor = xml.cursor(room: 32)
    cursor.put(Markup.row)
    cursor.put(rowDigits)
    cursor.put(byte: 0x22)
    xml.advance(to: cursor)
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

  /// Skips cells; the next one is in `column`.
  mutating func move(toBefore column: Int) { self.column = column &- 1 }

  /// Skips cells if possible; returns whether it was.
  mutating func move(onTo column: Int) -> Bool {
    guard row > 0, column > self.column, column <= Self.lastColumn else { return false }
    self.column = column &- 1
    return true
  }

  mutating func number(_ value: Double, style: Int) {
    var cursor = cellCursor(style)
    cursor.put(Markup.value)
    cursor.put(value)
    cursor.put(Markup.valueEnd)
    xml.advance(to: cursor)
  }

  mutating func number(_ text: UnsafeBufferPointer<UInt8>, style: Int) {
    guard text.count <= WindowCursor.numberRoom else {
      beginCell(style)
      xml.append("><v>")
      xml.append(text)
      return xml.append("</v></c>")
    }
    var cursor = cellCursor(style)
    cursor.put(Markup.value)
    cursor.put(text)
    cursor.put(Markup.valueEnd)
    xml.advance(to: cursor)
  }

  mutating func sharedString(_ index: Int, style: Int) {
    var cursor = cellCursor(style)
    cursor.put(Markup.shared)
    cursor.put(Markup.value)
    cursor.put(whole: index.magnitude)
    cursor.put(Markup.valueEnd)
    xml.advance(to: cursor)
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

  /// Writes `<c r="…" s="…"` for the next cell.
  private mutating func beginCell(_ style: Int) { xml.advance(to: cellCursor(style)) }

  /// Writes `<c r="…" s="…"` for the next cell, and reserves room for a number and 24 bytes.
  @inline(__always)
  private mutating func cellCursor(_ style: Int) -> WindowCursor {
    if isRowEmpty {
      isRowEmpty = false
      xml.append(byte: 0x3E)
    }
    column &+= 1
    var cursor = xml.cursor(room: WindowCursor.numberRoom &+ 72)
    cursor.put(Markup.cell)
    cursor.put(PackedText(column: column))
    cursor.put(rowDigits)
    if style > 0 {
      cursor.put(Markup.style)
      cursor.put(whole: style.magnitude)
    }
    cursor.put(byte: 0x22)
    return cursor
  }
}

/// The markup of rows and cells, packed: the first character is in the lowest byte.
private enum Markup {
  // <row r="
  static var row: PackedText { PackedText(bits: 0x22_3D_72_20_77_6F_72_3C, count: 8) }
  // <c r="
  static var cell: PackedText { PackedText(bits: 0x22_3D_72_20_63_3C, count: 6) }
  // " s="
  static var style: PackedText { PackedText(bits: 0x22_3D_73_20_22, count: 5) }
  //  t="s"
  static var shared: PackedText { PackedText(bits: 0x22_73_22_3D_74_20, count: 6) }
  // ><v>
  static var value: PackedText { PackedText(bits: 0x3E_76_3C_3E, count: 4) }
  // </v></c>
  static var valueEnd: PackedText { PackedText(bits: 0x3E_63_2F_3C_3E_76_2F_3C, count: 8) }
}

extension PackedText {
  /// Packs the decimal digits of a row number.
  fileprivate init(decimal value: Int) {
    var (packed, count, rest) = (UInt64(0), 0, value)
    repeat {
      packed = packed << 8 | UInt64(truncatingIfNeeded: 0x30 &+ rest % 10)
      count &+= 1
      rest /= 10
    } while rest > 0
    self.init(bits: packed, count: count)
  }

  /// Packs the letters of a column, from 1.
  fileprivate init(column: Int) {
    let offset = UInt64(truncatingIfNeeded: column &- 1)
    if offset < 26 {
      self.init(bits: 0x41 &+ offset, count: 1)
      return
    }
    let last = 0x41 &+ offset % 26
    let rest = offset / 26 &- 1
    if rest < 26 {
      self.init(bits: 0x41 &+ rest | last << 8, count: 2)
    } else {
      self.init(bits: 0x41 &+ (rest / 26 &- 1) | (0x41 &+ rest % 26) << 8 | last << 16, count: 3)
    }
  }
}
