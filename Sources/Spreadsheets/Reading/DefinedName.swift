/// A name for a range, a constant or a formula.
///
/// Source: ECMA-376-1:2016, 18.2.5 `definedName`.
public struct DefinedName: Hashable, Sendable {
  /// The name; names such as `_xlnm.Print_Area` are built-in.
  public let name: String
  /// The definition, such as `Sheet1!$B$2`, without an equals sign.
  public let formula: String
  /// The index of the sheet of its scope; nil for the whole workbook.
  public let sheetIndex: Int?
  /// Whether Excel's list of names omits it.
  public let isHidden: Bool

  /// Makes a name.
  public init(name: String, formula: String, sheetIndex: Int? = nil, isHidden: Bool = false) {
    self.name = name
    self.formula = formula
    self.sheetIndex = sheetIndex
    self.isHidden = isHidden
  }

  /// The sheet's name and the range, if the name refers to exactly one range.
  ///
  /// - Complexity: O(*n*) in the formula's length.
  public var target: (sheet: String, range: CellRange)? {
    let bytes = Array(formula.utf8)
    guard let mark = bytes.lastIndex(of: UInt8(ascii: "!")),
      let range = CellRange(utf8: bytes[(mark + 1)...])
    else { return nil }
    let sheet = bytes[..<mark]
    let quote = UInt8(ascii: "'")
    if sheet.count >= 2, sheet.first == quote, sheet.last == quote {
      return Self.unquoted(sheet.dropFirst().dropLast()).map { ($0, range) }
    }
    let isPlain = !sheet.isEmpty && !sheet.contains(where: Self.needsQuotes)
    return isPlain ? (String(decoding: sheet, as: UTF8.self), range) : nil
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"),
      UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: " "),
      UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// `text` with doubled quotes as one; nil if a quote is not doubled.
  private static func unquoted(_ text: ArraySlice<UInt8>) -> String? {
    let quote = UInt8(ascii: "'")
    guard text.contains(quote) else { return String(decoding: text, as: UTF8.self) }
    var bytes: [UInt8] = []
    var isOpen = false
    for byte in text {
      if isOpen, byte != quote { return nil }
      if !isOpen { bytes.append(byte) }
      isOpen = byte == quote && !isOpen
    }
    return isOpen ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
