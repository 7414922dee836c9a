import Grids
import Limits
import Spreadsheets

/// Collects the cells of a sheet that hold something.
struct GridSink: CellSink {
  let formats: CellFormats
  let dateSystem: DateSystem
  let limits: Limits
  /// The cells of the sheets before this one.
  let countBefore: Int
  private(set) var cells: [GridCell] = []
  /// The formulas of cells, in the order of ``cells``.
  private(set) var formulas: [(GridReference, CellFormula)] = []
  /// The bytes of the formulas up to here.
  private(set) var formulaBytes: Int

  init(
    formats: CellFormats, dateSystem: DateSystem, limits: Limits, countBefore: Int,
    formulaBytes: Int
  ) {
    self.formats = formats
    self.dateSystem = dateSystem
    self.limits = limits
    self.countBefore = countBefore
    self.formulaBytes = formulaBytes
  }

  mutating func cell(_ cell: borrowing CellView) throws {
    guard let value = value(of: cell) else { return }
    let reference = GridReference(cell.reference)
    let formula = cell.cellFormula
    cells.append(GridCell(reference, value, formula: formula == nil ? nil : .evaluated))
    if let formula {
      formulas.append((reference, formula))
      if formula.isWrittenHere { formulaBytes += formula.byteCount }
      try limits.check(.gridFormulaBytes, formulaBytes)
    }
    try limits.check(.gridCells, countBefore + cells.count)
  }

  private func value(of cell: borrowing CellView) -> GridValue? {
    switch cell.kind {
    case .empty: return cell.hasFormula ? .notEvaluated : nil
    case .number:
      let number = cell.number ?? 0
      let format = formats[cell.styleIndex]
      guard format.isDate, let text = dateSystem.text(of: number, format: format) else {
        return .number(number)
      }
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
