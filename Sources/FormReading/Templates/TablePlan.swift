package import Documents
package import ReportModel

/// The positions of a table's labels and fields in the official form: rows, columns and merged areas, counted
/// from 1 at the table's upper left corner.
///
/// One plan serves the template, the export and the grid layout of CSV.
package struct TablePlan: Hashable, Sendable {
  /// A label of the table.
  package struct Label: Hashable, Sendable {
    /// The cells that it fills.
    package var range: GridRange
    /// The text.
    package var text: String
    /// Its role.
    package var role: CellRole
  }

  /// A field of the table.
  package struct Field: Hashable, Sendable {
    /// The field.
    package let name: FieldName
    /// The defined name of its cell in a template.
    package let definedName: String
    /// The form's column.
    package let column: FormColumn
    /// The cells that it fills.
    package let range: GridRange

    init(_ name: FieldName, _ column: FormColumn, _ range: GridRange) {
      self.name = name
      definedName = name.definedName
      self.column = column
      self.range = range
    }
  }

  /// The table.
  package let table: FormTable
  /// How many rows it has.
  package internal(set) var rowCount = 0
  /// How many columns it has.
  package internal(set) var columnCount = 0
  /// The number of header rows at the top; 0 if each block has its own.
  package internal(set) var headRows = 0
  /// The number of label columns on the left.
  package internal(set) var labelColumns = 0
  /// The labels.
  package internal(set) var labels: [Label] = []
  /// The areas without a field or label.
  package internal(set) var unused: [GridRange] = []
  /// The area of each field, in the form's order.
  package internal(set) var fields: [Field] = []

  /// Plans `table` by its arrangement.
  package init(_ table: FormTable) {
    self.table = table
    switch table.arrangement {
    case .blocks: planBlocks()
    case .matrix: planMatrix()
    case .sideBySide: planSideBySide()
    }
  }

  /// Adds the form's next field, which is in `column`.
  mutating func add(_ column: FormColumn, _ range: GridRange) {
    fields.append(Field(table.fields[fields.count], column, range))
  }

  /// Adds a label.
  mutating func add(_ text: String, _ role: CellRole, _ range: GridRange) {
    labels.append(Label(range: range, text: text, role: role))
  }
}

// MARK: - Matrix

extension TablePlan {
  /// One header block above, labels on the left, the values between (`requests`).
  private mutating func planMatrix() {
    headRows = max(1, table.columns.map(\.path.count).max() ?? 1)
    labelColumns = max(1, table.rows.map(\.path.count).max() ?? 1)
    rowCount = headRows + table.rows.count
    columnCount = labelColumns + table.columns.count
    add(
      table.corner ?? "", .rowLabel,
      GridRange(row: 1, column: 1, rows: headRows, columns: labelColumns))
    addHead(table.columns.map(\.path), fromColumn: labelColumns + 1)
    for span in LabelSpan.spans(of: table.rows.map(\.path)) {
      add(
        span.text, span.isLeaf ? .rowLabel : .groupLabel,
        GridRange(
          row: headRows + 1 + span.first, column: span.level + 1, rows: span.count,
          columns: span.levels))
    }
    for (rowPlace, row) in table.rows.enumerated() {
      for (columnPlace, column) in table.columns.enumerated() {
        let range = GridRange(
          row: headRows + 1 + rowPlace, column: labelColumns + 1 + columnPlace)
        if row.columns?.contains(column.id) ?? true {
          add(column, range)
        } else {
          unused.append(range)
        }
      }
    }
  }

  private mutating func addHead(_ paths: [[String]], fromColumn first: Int) {
    for span in LabelSpan.spans(of: paths) {
      add(
        span.text, .columnLabel,
        GridRange(
          row: 1 + span.level, column: first + span.first, rows: span.levels, columns: span.count))
    }
  }
}

// MARK: - Side by side

extension TablePlan {
  /// The rows beside each other in one line of values, each under its own header (`proceedings`).
  private mutating func planSideBySide() {
    let places = table.rows.flatMap { row in table.columns(of: row).map { (row, $0) } }
    let paths = places.map { $0.0.path + $0.1.path }
    headRows = paths.map(\.count).max() ?? 0
    rowCount = headRows + 1
    columnCount = places.count
    addHead(paths, fromColumn: 1)
    for (place, (_, column)) in places.enumerated() {
      add(column, GridRange(row: headRows + 1, column: place + 1))
    }
  }
}

// MARK: - Blocks

extension TablePlan {
  /// Blocks below each other, each with a title row, a header row and its rows (table two).
  private mutating func planBlocks() {
    labelColumns = 1
    columnCount = 1 + (table.rows.map { table.columns(of: $0).count }.max() ?? 0)
    var rest = table.rows[...]
    while let first = rest.first {
      let block = rest.prefix {
        $0.path.dropLast() == first.path.dropLast()
          && table.columns(of: $0) == table.columns(of: first)
      }
      addBlock(Array(block), table.columns(of: first))
      rest = rest.dropFirst(block.count)
    }
  }

  private mutating func addBlock(_ rows: [FormRow], _ columns: [FormColumn]) {
    let group = rows.first?.path.dropLast() ?? []
    if var title = group.first {
      for part in group.dropFirst() { title += " " + part }
      rowCount += 1
      add(title, .band, GridRange(row: rowCount, column: 1, columns: columnCount))
    }
    rowCount += 1
    add(table.corner ?? "", .columnLabel, GridRange(row: rowCount, column: 1))
    for (column, range) in zip(columns, areas(of: columns.count)) {
      add(column.label, .columnLabel, range)
    }
    for row in rows {
      rowCount += 1
      add(row.label, .rowLabel, GridRange(row: rowCount, column: 1))
      for (column, range) in zip(columns, areas(of: columns.count)) { add(column, range) }
    }
  }

  /// The areas of `count` values in the current row: they fill the table's width, the last one the rest.
  private func areas(of count: Int) -> [GridRange] {
    let width = columnCount - 1
    return (0..<count).map { place in
      let share = width / max(1, count)
      let isLast = place == count - 1
      return GridRange(
        row: rowCount, column: 2 + place * share,
        columns: isLast ? width - place * share : share)
    }
  }
}
