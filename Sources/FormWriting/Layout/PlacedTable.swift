import Documents
import FormReading
import ReportModel

/// A table on its sheet, below a heading.
struct PlacedTable: Hashable {
  let plan: TablePlan
  let sheet: String
  private let ranges: [FieldName: GridRange]

  /// The rows above the table.
  static let rowsAbove = 1

  init(plan: TablePlan, sheet: String) {
    self.plan = plan
    self.sheet = sheet
    ranges = Dictionary(
      plan.fields.map { ($0.name, $0.range.movedDown(by: Self.rowsAbove)) }
    ) { first, _ in first }
  }

  /// The cells of `field` on the sheet.
  func range(of field: FieldName) -> GridRange? { ranges[field] }
}
