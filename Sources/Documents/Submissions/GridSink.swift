import Diagnostics
import Spreadsheets

/// Collects the cells of a sheet that have content.
struct GridSink: CellSink {
  let formats: CellFormats
  let dateSystem: DateSystem
  let limits: Limits
  /// The number of cells of the sheets before this one.
  let countBefore: Int
  private(set) var cells: [GridCell] = []
  /// The formulas of cells, in the order of ``cells``.
  private(set) var formulas: [(GridReference, CellFormula)] = []
  /// The bytes of the formulas up to here.
  private(set) var formulaBytes: Int
  /// The display formats of formulas without a cached value, if not plain.
  private(set) var looks: [GridReference: DisplayFormat] = [:]
  /// The look of each cell format, set on first use.
  private var knownLooks: [CellLook?]

  init(
    formats: CellFormats, dateSystem: DateSystem, limits: Limits, countBefore: Int,
    formulaBytes: Int
  ) {
    self.formats = formats
    self.dateSystem = dateSystem
    self.limits = limits
    self.countBefore = countBefore
    self.formulaBytes = formulaBytes
    knownLooks = Array(repeating: nil, count: max(1, formats.count))
  }

  mutating func cell(_ cell: borrowing CellView) throws {
    let look = look(of: cell.styleIndex)
    guard var value = value(of: cell, look) else { return }
    let reference = GridReference(cell.reference)
    let formula = cell.cellFormula
    let appearance = Self.appearance(of: cell, value, look: formats.look(of: cell.styleIndex))
    if let appearance, case .text = value { value = .text(appearance.content) }
    cells.append(
      GridCell(
        reference, value, formula: formula == nil ? nil : .evaluated, shown: shown(value, look),
        appearance: appearance))
    if case .other(let format) = look, value == .notEvaluated { looks[reference] = format }
    if let formula {
      formulas.append((reference, formula))
      if formula.isWrittenHere { formulaBytes += formula.byteCount }
      try limits.check(.gridFormulaBytes, formulaBytes)
    }
    try limits.check(.gridCells, countBefore + cells.count)
  }

  private mutating func look(of styleIndex: Int) -> CellLook {
    let place = knownLooks.indices.contains(styleIndex) ? styleIndex : 0
    if let known = knownLooks[place] { return known }
    let look = CellLook(formats[styleIndex])
    knownLooks[place] = look
    return look
  }

  /// The displayed text of a cell, if its format is not plain.
  private func shown(_ value: GridValue, _ look: CellLook) -> String? {
    switch (look, value) {
    case (.other(let format), .number(let number)): return format.text(of: number, in: dateSystem)
    case (.other(let format), .text(let text)) where text.utf8.count <= Self.longestValue:
      let shown = format.text(of: text)
      return shown == text ? nil : shown
    case (.date(let format), .number(let number)):
      return DisplayFormat(format).text(of: number, in: dateSystem)
    default: return nil
    }
  }

  /// The length of the longest text that may be a field's value, in UTF-8 bytes.
  private static let longestValue = 120

  private func value(of cell: borrowing CellView, _ look: CellLook) -> GridValue? {
    switch cell.kind {
    case .empty: return cell.hasFormula ? .notEvaluated : nil
    case .number:
      let number = cell.number ?? 0
      guard case .date(let format) = look,
        let text = dateSystem.text(of: number, format: format)
      else { return .number(number) }
      return .date(text, serial: number)
    case .text:
      let text = cell.text
      return text.isEmpty && !cell.hasFormula ? nil : .text(text)
    case .boolean: return .boolean(cell.boolean ?? false)
    case .error: return .error(cell.text)
    case .dateText: return .text(cell.text)
    }
  }
}
