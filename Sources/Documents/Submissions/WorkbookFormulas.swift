import Diagnostics
import Spreadsheets

/// The formulas of a workbook's grids.
struct WorkbookFormulas {
  /// A formula and its cell.
  typealias Entry = (reference: GridReference, formula: CellFormula)

  /// By grid; in each by row, then column, one per cell.
  private var entries: [[Entry]]
  /// By grid: the display formats of formulas without a cached value, if not plain.
  private var looks: [[GridReference: DisplayFormat]]
  /// How many cells have been read.
  private(set) var cellCount = 0
  /// The bytes of the formulas that are kept.
  private(set) var byteCount = 0

  init(gridCount: Int) {
    entries = Array(repeating: [], count: gridCount)
    looks = Array(repeating: [:], count: gridCount)
  }

  /// Adds the content of the sheet of the grid at `index`.
  mutating func add(_ sink: GridSink, at index: Int) {
    cellCount += sink.cells.count
    byteCount = sink.formulaBytes
    entries[index] = Self.ordered(sink.formulas)
    looks[index] = sink.looks
  }

  /// `entries` by row, then column; of two in one cell the later, as in a grid.
  private static func ordered(_ entries: [Entry]) -> [Entry] {
    let isOrdered = entries.indices.dropFirst().allSatisfy { index in
      entries[index - 1].reference < entries[index].reference
    }
    guard !isOrdered else { return entries }
    let sorted = entries.enumerated().sorted {
      ($0.element.reference, $0.offset) < ($1.element.reference, $1.offset)
    }
    return sorted.indices.compactMap { index in
      let entry = sorted[index].element
      let next = index + 1 < sorted.count ? sorted[index + 1].element.reference : nil
      return next == entry.reference ? nil : entry
    }
  }

  /// The formulas that are written in the file, each once.
  var written: some Sequence<CellFormula> {
    entries.lazy.joined().map(\.formula).filter(\.isWrittenHere)
  }

  /// The formula of a cell of the grid at `index`.
  ///
  /// - Complexity: O(log *n*).
  subscript(index: Int, reference: GridReference) -> CellFormula? {
    let entries = entries[index]
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].reference < reference { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].reference == reference ? entries[low].formula : nil
  }

  /// Evaluates the formulas of all grids but those in `passedOver`.
  ///
  /// A formula without a cached value gets its calculated value; a cached value that is stale or unchecked is
  /// marked.
  func evaluate(
    of workbook: Workbook, except passedOver: Set<Int>, in document: inout GridDocument,
    _ limits: Limits
  ) {
    guard entries.contains(where: { !$0.isEmpty }) else { return }
    for (grid, cell) in changes(of: workbook, except: passedOver, in: document, limits) {
      document.grids[grid][cell.reference] = cell
    }
  }

  /// The cells that change when formulas are evaluated, with their grids.
  private func changes(
    of workbook: Workbook, except passedOver: Set<Int>, in document: GridDocument,
    _ limits: Limits
  ) -> [(grid: Int, cell: GridCell)] {
    let source = GridFormulaSource(workbook, document.grids, self)
    var evaluator = FormulaEvaluator(source, limits: limits)
    var changes: [(Int, GridCell)] = []
    var reasons: [UnsupportedReason: Phrase] = [:]
    for (grid, sheet) in source.sheetIndices where !passedOver.contains(grid) {
      for (reference, formula) in entries[grid] {
        guard var cell = document.grids[grid][reference] else { continue }
        let result = evaluator.result(of: CellReference(reference), onSheet: sheet)
        switch result {
        case .notEvaluated(let unsupportedReason):
          let reason = reasons[unsupportedReason] ?? unsupportedReason.phrase
          reasons[unsupportedReason] = reason
          cell.formula = .notEvaluated(formula.beginning, reason: reason)
        case .value(let value):
          guard let fresh = GridValue(value) else { continue }
          if cell.value == .notEvaluated {
            cell.value = fresh
            if case .number(let number) = fresh {
              cell.shown = looks[grid][reference]?.text(of: number, in: workbook.dateSystem)
            }
          } else if result.differs(from: CellValue(cell.value)) {
            cell.freshValue = fresh
          } else {
            continue
          }
        }
        changes.append((grid, cell))
      }
    }
    return changes
  }
}

extension CellReference {
  /// Makes the position of a grid's cell.
  fileprivate init(_ reference: GridReference) {
    self.init(row: reference.row, column: reference.column)
  }
}
