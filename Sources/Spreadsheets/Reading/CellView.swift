/// A cell that is being read; it refers to the reader's buffers and is valid only during the call.
public struct CellView: ~Copyable {
  /// The kind of a cell's value; text is in ``CellView/utf8``.
  public enum Kind: Hashable, Sendable {
    /// No value; with a formula, no cached value.
    case empty
    /// A number.
    case number
    /// Text.
    case text
    /// A truth value, stored as 0 or 1.
    case boolean
    /// An error; its text is the code.
    case error
    /// A date as ISO 8601 text.
    case dateText
  }

  /// The cell's reference.
  public let reference: CellReference
  /// The kind of its value.
  public let kind: Kind
  /// The index of its format in ``CellFormats``; 0 if none is given.
  public let styleIndex: Int
  /// The parts of the text with font properties; empty for nearly every cell.
  package let spans: [TextSpan]
  private let stored: Double
  private let bytes: UnsafeBufferPointer<UInt8>
  private let formulaBytes: UnsafeBufferPointer<UInt8>
  /// The shared formula, whose text is made only on demand.
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

  /// The number, or nil for other kinds.
  public var number: Double? { kind == .number ? stored : nil }

  /// The truth value, or nil for other kinds.
  public var boolean: Bool? { kind == .boolean ? stored != 0 : nil }

  /// The text, the error's code or the ISO date in UTF-8; empty for other kinds.
  public var utf8: UnsafeBufferPointer<UInt8> { bytes }

  /// The text, the error's code or the ISO date; empty for other kinds.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the cell has a formula, if the sink needs formulas.
  public var hasFormula: Bool { !formulaBytes.isEmpty || shared != nil }

  /// The formula without its equals sign, for a shared formula as adjusted to this cell; nil without one.
  ///
  /// - Complexity: O(*n*) in its length.
  public var formula: String? { cellFormula?.text }

  /// The formula, if the sink needs formulas; a shared formula is not converted to text.
  public var cellFormula: CellFormula? {
    if let shared { return CellFormula(shared.takeUnretainedValue(), moved: move) }
    return formulaBytes.isEmpty ? nil : CellFormula(String(decoding: formulaBytes, as: UTF8.self))
  }

  /// A copy of the cell's value.
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
