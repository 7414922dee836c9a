import Diagnostics
import XMLStreams

/// Makes cells from the markup of a worksheet part, by whichever reader, and passes them to a sink.
///
/// All rules for rows, references, types and values are here, so that both readers apply the same. The
/// assembler and its sink pointer are valid while one sheet is read.
///
/// Properties that change with every cell are not checked for exclusive access: one thread reads a sheet, and
/// no access spans a call.
final class CellAssembler<Sink: CellSink> {
  let source: SheetSource
  let wantsFormulas: Bool
  let sink: UnsafeMutablePointer<Sink>
  private let cellBound: Int

  /// The line for error messages, which the reader updates.
  @exclusivity(unchecked) var line = 1
  /// The contents of the worksheet part other than cells.
  var details = SheetDetails()

  @exclusivity(unchecked) private(set) var row = 0
  @exclusivity(unchecked) private(set) var reference = CellReference(row: 1, column: 1)
  @exclusivity(unchecked) private(set) var type = CellType.number
  @exclusivity(unchecked) private(set) var styleIndex = 0
  @exclusivity(unchecked) private var column = 0
  @exclusivity(unchecked) private var cellCount = 0
  private var text: [UInt8] = []
  private var formulas = SharedFormulas()
  /// The shared formula of the current cell.
  private var sharedFormula: (formula: CellFormula.Shared, move: FormulaMove)?
  private(set) var strings: SharedStrings?

  init(_ source: SheetSource, sink: UnsafeMutablePointer<Sink>) {
    self.source = source
    self.sink = sink
    wantsFormulas = sink.pointee.wantsFormulas
    cellBound = source.limits[.cells]
  }

  /// Begins the row with the attributes `r` and `hidden`.
  func beginRow(r: XMLSlice?, hidden: XMLSlice?) throws {
    if let r {
      guard let number = WholeNumber.parse(r.bytes), 1...CellReference.maximumRow ~= number else {
        throw fault(.malformedCell, Fault.rowNumber(r.string), inCell: false)
      }
      row = number
    } else {
      row += 1
      guard row <= CellReference.maximumRow else {
        throw fault(.malformedCell, Fault.tooManyRows, inCell: false)
      }
    }
    column = 0
    let isHidden = hidden.map { $0 == "1" || $0 == "true" } ?? false
    if isHidden { details.addHiddenRow(row) }
    try sink.pointee.beginRow(RowProperties(number: row, isHidden: isHidden))
  }

  /// Ends the row.
  func endRow() throws {
    try sink.pointee.endRow()
  }

  /// Begins the cell with the attributes `r`, `s` and `t`.
  func beginCell(r: XMLSlice?, s: XMLSlice?, t: XMLSlice?) throws {
    if let r {
      guard let place = CellReference(capitals: r.bytes) ?? CellReference(utf8: r.bytes) else {
        throw fault(.malformedCell, Fault.reference(r.string), inCell: false)
      }
      reference = place
    } else {
      guard column < CellReference.maximumColumn else {
        throw fault(.malformedCell, Fault.tooManyColumns, inCell: false)
      }
      reference = CellReference(row: row, column: column + 1)
    }
    column = reference.column
    styleIndex = s.flatMap { WholeNumber.parse($0.bytes) } ?? 0
    guard let type = CellType(t) else {
      throw fault(.malformedCell, Fault.cellType(t?.string ?? ""))
    }
    self.type = type
  }

  /// The remaining number of nonempty cells.
  var room: Int { cellBound - cellCount }

  /// Takes over the scanner's state: the column in the row, and the number of cells that it has emitted.
  func adopt(column: Int, cellCount described: Int) {
    self.column = column
    cellCount += described
  }

  /// The shared strings, read on first use; nil if the file has none.
  func loadStrings() throws -> SharedStrings? {
    if strings == nil { strings = try source.sharedStrings() }
    return strings
  }

  /// Begins a cell with attributes that are already parsed.
  func beginCell(at reference: CellReference, styleIndex: Int, type: CellType) {
    self.reference = reference
    self.styleIndex = styleIndex
    self.type = type
  }

  /// Ends the cell; `value` is the content of `<v>` and `inline` the text of `<is>`, nil if absent.
  func endCell(
    value: UnsafeBufferPointer<UInt8>?, inline: UnsafeBufferPointer<UInt8>?,
    formula: UnsafeBufferPointer<UInt8>, spans: [TextSpan] = []
  ) throws {
    if let inline, type == .inlineString || value == nil {
      return try emit(.text, text: inline, formula: formula, spans: spans)
    }
    // The value of an inline string is in `<is>`; a `<v>` is not its value (18.18.11).
    guard let value, type != .inlineString else { return try emit(.empty, formula: formula) }
    if type == .string { return try endText(value, formula: formula) }
    let content = WholeNumber.trimmed(value)
    guard !content.isEmpty else { return try emit(.empty, formula: formula) }
    switch type {
    case .number:
      guard let number = NumberText.parse(content) else {
        throw fault(.malformedCell, Fault.number(XMLSlice(content).string))
      }
      try emit(.number, number: number, formula: formula)
    case .sharedString: try endSharedString(content, formula: formula)
    case .boolean:
      try emit(.boolean, number: try boolean(content), formula: formula)
    case .error: try emit(.error, text: content, formula: formula)
    case .date:
      try endDate(content, formula: formula)
    case .string, .inlineString: break
    }
  }

  private func endText(
    _ value: UnsafeBufferPointer<UInt8>, formula: UnsafeBufferPointer<UInt8>
  ) throws {
    guard EscapedText.mayHoldEscape(value) else {
      return try emit(.text, text: value, formula: formula)
    }
    text.removeAll(keepingCapacity: true)
    EscapedText.append(value, to: &text)
    try text.withUnsafeBufferPointer { try emit(.text, text: $0, formula: formula) }
  }

  private func endSharedString(
    _ content: UnsafeBufferPointer<UInt8>, formula: UnsafeBufferPointer<UInt8>
  ) throws {
    guard let strings = try loadStrings() else {
      throw fault(.missingPart, Fault.missingStrings)
    }
    guard let index = WholeNumber.parse(content), index < strings.count else {
      let reason = Fault.stringIndex(XMLSlice(content).string, count: strings.count)
      throw fault(.malformedCell, reason)
    }
    try strings.withText(at: index) {
      try emit(.text, text: $0, formula: formula, spans: strings.spans(at: index))
    }
  }

  /// Ends a date, in a normalized form; a value that is not a date becomes text.
  private func endDate(
    _ content: UnsafeBufferPointer<UInt8>, formula: UnsafeBufferPointer<UInt8>
  ) throws {
    guard let date = ISODate(content) else {
      return try emit(.text, text: content, formula: formula)
    }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: date.text.utf8)
    try text.withUnsafeBufferPointer { try emit(.dateText, text: $0, formula: formula) }
  }

  private func boolean(_ content: UnsafeBufferPointer<UInt8>) throws -> Double {
    let slice = XMLSlice(content)
    if slice == "1" || slice == "true" || slice == "TRUE" { return 1 }
    if slice == "0" || slice == "false" || slice == "FALSE" { return 0 }
    throw fault(.malformedCell, Fault.boolean(slice.string))
  }

  private func emit(
    _ kind: CellView.Kind, number: Double = 0,
    text: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    formula: UnsafeBufferPointer<UInt8>, spans: [TextSpan] = []
  ) throws {
    let shared = sharedFormula
    if shared != nil { sharedFormula = nil }
    if kind != .empty || !formula.isEmpty || shared != nil {
      cellCount += 1
      guard cellCount <= cellBound else {
        throw fault(LimitExceeded(limit: .cells, bound: cellBound))
      }
    }
    let view = CellView(
      reference: reference, kind: kind, styleIndex: styleIndex, number: number, text: text,
      formula: formula, shared: shared.map { Unmanaged.passUnretained($0.formula) },
      move: shared?.move ?? .none, spans: spans)
    try withExtendedLifetime(shared) { try sink.pointee.cell(view) }
  }

  /// Handles the formula of the cell: appends `text` to `bytes`, or stores the shared formula.
  func takeFormula(
    _ text: UnsafeBufferPointer<UInt8>, group: UInt32?, isMaster: Bool, to bytes: inout [UInt8]
  ) throws {
    guard let group, isMaster || text.isEmpty else { return EscapedText.append(text, to: &bytes) }
    if !text.isEmpty { formulas.define(group, text, at: reference) }
    sharedFormula = try formulas.formula(of: group, at: reference, limits: source.limits)
  }

  /// An error for the current cell, or for its sheet.
  func fault(_ code: WorkbookError.Code, _ reason: Phrase, inCell: Bool = true) -> WorkbookError {
    WorkbookError(
      code, reason, part: source.part, line: line, sheet: source.name,
      cell: inCell ? reference : nil)
  }

  private func fault(_ error: LimitExceeded) -> WorkbookError {
    WorkbookError(
      .limitExceeded, error.phrase, part: source.part, line: line, sheet: source.name,
      cell: reference, limit: error.limit)
  }
}
