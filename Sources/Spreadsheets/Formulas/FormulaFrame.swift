/// A formula that is being evaluated.
struct FormulaFrame {
  /// The use of the result.
  enum Purpose: Equatable {
    /// The cell's own formula, whose result is stored.
    case cell
    /// A formula outside any cell.
    case formula
    /// A name that the previous formula uses.
    case name(NameUse)
  }

  /// A name in use; a name that uses itself in the same cell is a cycle.
  struct NameUse: Hashable {
    let program: ObjectIdentifier
    let address: FormulaAddress
  }

  /// The cells of several ranges, one after the other.
  struct Preparation {
    private let areas: [(sheet: Int, range: CellRange)]
    private var index = 0
    private var count = 0

    init(_ areas: [FormulaCells]) {
      self.areas = areas.compactMap { area in area.used.map { (area.sheet, $0) } }
    }

    /// The next cell and its sheet.
    mutating func next() -> (CellReference, Int)? {
      while index < areas.count {
        let range = areas[index].range
        let width = range.columns.count
        if count < range.cellCount {
          defer { count += 1 }
          let place = CellReference(
            row: range.topLeft.row + count / width, column: range.topLeft.column + count % width)
          return (place, areas[index].sheet)
        }
        index += 1
        count = 0
      }
      return nil
    }
  }

  let purpose: Purpose
  /// The cell of the formula.
  let address: FormulaAddress
  let program: FormulaProgram
  /// The offset of its relative references.
  let move: FormulaMove
  /// The number of operands before it.
  let base: Int
  /// The index of the next step.
  var step = 0
  /// The cells to evaluate before that step.
  var preparation: Preparation?

  init(
    _ purpose: Purpose, _ address: FormulaAddress, _ program: FormulaProgram, _ move: FormulaMove,
    base: Int
  ) {
    self.purpose = purpose
    self.address = address
    self.program = program
    self.move = move
    self.base = base
  }
}

extension FormulaCells {
  /// A range of the size of `other` that begins at the start of this one.
  func resized(like other: FormulaCells) -> FormulaCells {
    let last = CellReference(
      row: min(range.topLeft.row + other.range.rows.count - 1, CellReference.maximumRow),
      column: min(
        range.topLeft.column + other.range.columns.count - 1, CellReference.maximumColumn))
    let resized = CellRange(range.topLeft, last)
    // Only cells next to the used part of the first range are read.
    let used = other.used.flatMap { used in
      resized.intersection(
        CellRange(
          CellReference(
            row: used.topLeft.row + range.topLeft.row - other.range.topLeft.row,
            column: used.topLeft.column + range.topLeft.column - other.range.topLeft.column),
          CellReference(
            row: used.bottomRight.row + range.topLeft.row - other.range.topLeft.row,
            column: used.bottomRight.column + range.topLeft.column - other.range.topLeft.column)))
    }
    return FormulaCells(sheet: sheet, range: resized, used: used)
  }
}
