/// The distinct styles of a workbook that is being written, in the order of their first use.
struct StyleTable {
  /// A cell format: indices into the tables of its components.
  struct Format: Hashable {
    var font: Int
    var fill: Int
    var border: Int
    var numberFormat: Int
    var alignment: CellAlignment
    var isLocked: Bool
    var hidesFormula: Bool
  }

  private(set) var fonts: InternedValues<CellFont>
  private(set) var fills = InternedValues<CellFill>()
  private(set) var borders = InternedValues<CellBorder>()
  private(set) var numberFormats = InternedValues<String>()
  private(set) var formats = InternedValues<Format>()
  private(set) var differentialStyles = InternedValues<DifferentialStyle>()
  private var known: [CellStyle: StyleIndex] = [:]
  private let workbook: WorkbookIdentity

  /// The first ID for a number format that is not built in.
  ///
  /// Source: ECMA-376-1:2016, 18.8.30; Excel numbers custom formats from 164.
  static let firstCustomFormat = 164

  /// The maximum number of cell formats in Excel.
  static let mostFormats = 65_490

  init(standardFont: CellFont, of workbook: WorkbookIdentity = .any) throws {
    self.workbook = workbook
    fonts = InternedValues()
    try Self.check(standardFont)
    _ = fonts.index(of: standardFont)
    _ = fills.index(of: .none)
    // Excel always treats fill 1 as its 12.5 % gray.
    _ = fills.index(of: .pattern(.gray125, foreground: .black, background: .white))
    _ = borders.index(of: .none)
    _ = try index(of: .standard)
  }

  /// The index of `style` among the cell formats.
  mutating func index(of style: CellStyle) throws -> StyleIndex {
    if let index = known[style] { return index }
    try Self.check(style)
    let format = Format(
      font: style.font.map { fonts.index(of: $0) } ?? 0,
      fill: fills.index(of: style.fill),
      border: borders.index(of: style.border),
      numberFormat: numberFormatIdentifier(style.numberFormat),
      alignment: style.alignment, isLocked: style.isLocked, hidesFormula: style.hidesFormula)
    let index = StyleIndex(offset: formats.index(of: format), of: workbook)
    guard index.offset < Self.mostFormats else {
      throw WorkbookWriterError(.tooManyStyles)
    }
    known[style] = index
    return index
  }

  /// The index of `style` among the differential formats.
  mutating func index(of style: DifferentialStyle) -> Int { differentialStyles.index(of: style) }

  private mutating func numberFormatIdentifier(_ code: String) -> Int {
    if let builtIn = Self.builtInFormat(code) { return builtIn }
    return Self.firstCustomFormat + numberFormats.index(of: code)
  }

  /// The ID of a built-in number format; `nil` for any other code.
  static func builtInFormat(_ code: String) -> Int? { builtInFormats[code] }

  private static func check(_ style: CellStyle) throws {
    if let font = style.font { try check(font) }
    guard (0...250).contains(style.alignment.indent) else {
      throw WorkbookWriterError(.indent(style.alignment.indent))
    }
    if case .degrees(let degrees) = style.alignment.rotation {
      guard (-90...90).contains(degrees) else { throw WorkbookWriterError(.rotation(degrees)) }
    }
    guard isNumberFormat(style.numberFormat) else {
      throw WorkbookWriterError(.numberFormat(style.numberFormat))
    }
  }

  /// Whether the format code is valid.
  static func isNumberFormat(_ code: String) -> Bool {
    (1...255).contains(code.utf16.count) && code.unicodeScalars.allSatisfy { $0.value >= 0x20 }
  }

  private static func check(_ font: CellFont) throws {
    guard (1...409).contains(font.size) else { throw WorkbookWriterError(.fontSize(font.size)) }
    guard (1...31).contains(font.name.utf16.count),
      font.name.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
    else { throw WorkbookWriterError(.fontName(font.name)) }
  }

  /// The built-in number formats that look the same in every locale.
  ///
  /// Source: ECMA-376-1:2016, 18.8.30; those that depend on the locale (14 to 22, 37 to 44) are omitted, so
  /// that a code always has its literal meaning.
  private static let builtInFormats: [String: Int] = [
    "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10,
    "0.00E+00": 11, "mm:ss": 45, "[h]:mm:ss": 46, "##0.0E+0": 48, "@": 49,
  ]
}
