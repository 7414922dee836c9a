/// A table of a form.
package struct FormTable: Sendable, Hashable {
  /// How the official form draws the table.
  package enum Arrangement: String, Sendable, Hashable, CaseIterable {
    /// Blocks below each other, each with a title row and a header row of its own (table two).
    case blocks
    /// One header, the rows below it (`requests`).
    case matrix
    /// The rows side by side in one line of cells, each under its own header (`proceedings`).
    case sideBySide
  }

  /// The id, such as `requests`.
  package let id: String
  /// The heading, such as `三、收到和处理政府信息公开申请情况`.
  package let label: String
  /// Other wordings of the heading that submissions use.
  package let aliases: [String]?
  /// The name of the table's sheet in a template.
  package let sheet: String
  /// How the official form draws it.
  package let arrangement: Arrangement
  /// The text in the upper left cell of a header, such as `信息内容` or the stated relation, if the form has one.
  package let corner: String?
  /// The columns, in the form's order.
  package let columns: [FormColumn]
  /// The rows, in the form's order.
  package let rows: [FormRow]
  /// The names of the fields of each row, in the order of ``columns(of:)``.
  package let fieldsByRow: [[FieldName]]
  /// The names of all fields, row by row.
  package let fields: [FieldName]

  /// Makes a table.
  init(
    id: String, label: String, aliases: [String]?, sheet: String, arrangement: Arrangement,
    corner: String?, columns: [FormColumn], rows: [FormRow]
  ) {
    self.id = id
    self.label = label
    self.aliases = aliases
    self.sheet = sheet
    self.arrangement = arrangement
    self.corner = corner
    self.columns = columns
    self.rows = rows
    fieldsByRow = rows.map { row in
      Self.columns(of: row, among: columns).map {
        FieldName(table: id, row: row.id, column: $0.id)
      }
    }
    fields = Array(fieldsByRow.joined())
  }

  /// The columns that `row` has fields in, in the form's order.
  package func columns(of row: FormRow) -> [FormColumn] { Self.columns(of: row, among: columns) }

  private static func columns(of row: FormRow, among columns: [FormColumn]) -> [FormColumn] {
    guard let ids = row.columns else { return columns }
    return columns.filter { ids.contains($0.id) }
  }

  /// Every field with its row and column, row by row.
  package var cells: [(field: FieldName, row: FormRow, column: FormColumn)] {
    zip(rows, fieldsByRow).flatMap { row, fields in
      zip(fields, columns(of: row)).map { (field: $0, row: row, column: $1) }
    }
  }

  /// The row with `id`.
  package func row(_ id: String) -> FormRow? { rows.first { $0.id == id } }

  /// The column with `id`.
  package func column(_ id: String) -> FormColumn? { columns.first { $0.id == id } }
}
