import Spreadsheets

/// The cells of a workbook that hold a number, with a formula or without.
struct NumberCells {
  /// One of them.
  struct Target {
    var sheet: String
    var cell: CellReference
    var value: Double
  }

  private var plain: [Target] = []
  private var formula: Target?

  /// Reads the workbook at `path`.
  init(path: String) throws {
    let workbook = try Workbook(path: path)
    for sheet in workbook.sheets where sheet.hasCells {
      var rows = try workbook.rows(of: sheet)
      while let row = try rows.next() {
        for cell in row.cells {
          guard case .number(let value) = cell.value else { continue }
          let target = Target(sheet: sheet.name, cell: cell.reference, value: value)
          if cell.formula == nil {
            plain.append(target)
          } else if formula == nil {
            formula = target
          }
        }
      }
    }
  }

  /// The cell that is chosen so.
  subscript(choice: Edit.Choice) -> Target? {
    switch choice {
    case .first: plain.first
    case .middle: plain.count > 2 ? plain[plain.count / 2] : nil
    case .formula: formula
    }
  }
}
