/// A cell as it is being read; it looks into the reader's buffers and lives only as long as the call.
public struct CellView: ~Copyable {
  /// What a cell holds; text is in ``CellView/utf8``.
  public enum Kind: Hashable, Sendable {
    /// Nothing; with a formula: a formula whose result is not stored.
    case empty
    /// A number.
    case number
    /// Text.
    case text
    /// A truth value; its number is 0 or 1.
    case boolean
    /// A spreadsheet error; its text is the code.
    case error
    /// A date as ISO 8601 text.
    case dateText
  }

  /// Where the cell stands.
  public let reference: CellReference
  /// What it holds.
  public let kind: Kind
  /// The index of its format, for ``CellFormats``; 0 where none is given.
  public let styleIndex: Int
  /// Pieces of the text whose font matters; empty for nearly every cell.
  package let spans: [TextSpan]
  private let stored: Double
  private let bytes: UnsafeBufferPointer<UInt8>
  private let formulaBytes: UnsafeBufferPointer<UInt8>
  /// The formula that the cell shares, whose text is made only when somebody asks for it.
  private let shared: Unmanaged<CellFormula.Shared>?
  private let move: FormulaMove

  init(
    reference: CellReference, kind: Kind, styleIndex: Int, number: Double = 0,
    text: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    formula: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    shared: Unmanaged<CellFormula.Shared>? = nil, move: FormulaMove = .none,
    spans: [TextSpan] = []
  ) {
    self.reference = reference
    self.kind = kind
    self.styleIndex = styleIndex
    stored = number
    bytes = text
    formulaBytes = formula
    self.shared = shared
    self.move = move
    self.spans = spans
  }

  /// The number, or nil where the cell holds something else.
  public var number: Double? { kind == .number ? stored : nil }

  /// The truth value, or nil where the cell holds something else.
  public var boolean: Bool? { kind == .boolean ? stored != 0 : nil }

  /// The text, the error's code or the ISO date in UTF-8; empty for other kinds.
  public var utf8: UnsafeBufferPointer<UInt8> { bytes }

  /// The text, the error's code or the ISO date; empty for other kinds.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the cell has a formula that the sink asked for.
  public var hasFormula: Bool { !formulaBytes.isEmpty || shared != nil }

  /// The formula without its equals sign, a shared one as it reads in this cell; nil without one.
  ///
  /// - Complexity: O(*n*) in its length.
  public var formula: String? { cellFormula?.text }

  /// The formula that the sink asked for, which is not made into text where the cell shares it.
  public var cellFormula: CellFormula? {
    if let shared { return CellFormula(shared.takeUnretainedValue(), moved: move) }
    return formulaBytes.isEmpty ? nil : CellFormula(String(decoding: formulaBytes, as: UTF8.self))
  }

  /// A copy of what the cell holds.
  public var value: CellValue {
    switch kind {
    case .empty: .empty
    case .number: .number(stored)
    case .text: .text(text)
    case .boolean: .boolean(stored != 0)
    case .error: .error(CellError(text))
    case .dateText: .dateText(text)
    }
  }
}
