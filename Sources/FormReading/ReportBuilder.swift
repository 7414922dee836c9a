import Documents
import ReportModel

/// Reads the values of located tables and collects the findings.
struct ReportBuilder {
  let document: GridDocument
  let located: LocatedForm
  var report: Report
  var findings: [Finding] = []
  private(set) var places: [FieldName: FieldPlace] = [:]
  private(set) var tables: [TablePlace] = []
  private(set) var loose: [LooseLabel] = []
  var identity = ReportIdentity()

  /// The areas of the tables, by grid.
  private let regions: [Int: [GridRange]]
  private let index: DocumentIndex

  var definition: FormDefinition { located.definition }

  /// Makes a builder for the tables of `located`.
  init(_ document: GridDocument, _ located: LocatedForm) {
    self.document = document
    self.located = located
    report = Report(form: located.definition.id)
    index = DocumentIndex(document)
    regions = Dictionary(grouping: located.tables.values.flatMap(\.parts), by: \.grid)
      .mapValues { $0.map(\.region) }
  }

  /// Reads all tables.
  mutating func readTables() {
    places.reserveCapacity(definition.tables.reduce(0) { $0 + $1.fields.count })
    for expected in definition.orderedTables {
      guard let table = located.tables[expected.id] else {
        findings.append(
          .missingTable(
            expected.label, cells: expected.fields.map { FindingCell(field: $0.description) }))
        continue
      }
      read(table)
    }
    settleCells()
  }

  private mutating func read(_ located: LocatedTable) {
    let table = located.table
    findings += located.issues.map(\.finding)
    let units = TableUnits(located, regions: regions, index)
    if let stated = units.unfitting(table) {
      findings.append(
        .unfittingUnit(
          table.label, stated.text, cells: table.fields.map { FindingCell(field: $0.description) }))
    }
    var values: [FieldName: FieldValue] = [:]
    values.reserveCapacity(located.cells.count + located.blanks.count)
    var readers: [(heading: String?, reader: ValueReader)?] = table.columns.map { _ in nil }
    for fields in table.fieldsByRow {
      var column = 0
      for field in fields {  // in the order of the columns, but perhaps not in all of them
        while table.columns[column].id != field.column { column += 1 }
        if let cell = located.cells[field] {
          if let known = readers[column], known.heading == cell.heading {
            values[field] = read(field, cell, known.reader, units)
          } else {
            // A column has several headings only where a table continues in a further part.
            let reader = ValueReader(table.columns[column], heading: cell.heading)
            readers[column] = (cell.heading, reader)
            values[field] = read(field, cell, reader, units)
          }
        } else if located.blanks.contains(field) {
          values[field] = .blank
        }
      }
    }
    if !values.isEmpty { report.tables[table.id] = values }
    tables += located.parts.map { place($0, located) }
    loose += located.parts.flatMap(\.loose)
  }

  private mutating func read(
    _ field: FieldName, _ cell: LocatedTable.Cell, _ reader: ValueReader, _ units: TableUnits
  ) -> FieldValue {
    let grid = document.grids[cell.grid]
    let place = FieldPlace(grid: cell.grid, grid, cell.reference)
    places[field] = place
    let read = reader.read(grid[cell.reference], units: units.units(of: cell, reader.kind))
    if let note = read.note { report.notes[field] = note }
    for remark in read.remarks {
      let findingCell = FindingCell(
        sheet: place.sheet, reference: place.reference, field: field.description)
      findings.append(.value(remark, label: definition.label(of: field), cell: findingCell))
    }
    return read.value
  }

  private func place(_ part: TableCandidate, _ located: LocatedTable) -> TablePlace {
    let grid = document.grids[part.grid]
    let range =
      "\(grid.name(of: part.region.topLeft)):\(grid.name(of: part.region.bottomRight))"
    return TablePlace(
      table: located.table.id, sheet: grid.name, range: range,
      evidence: located.isNamed ? .names : .labels, layout: part.layout, found: part.foundCount,
      fields: located.table.fields.count)
  }

  /// Adds the places and values of fields to the cells of findings.
  private mutating func settleCells() {
    for index in findings.indices {
      for cell in findings[index].cells.indices {
        guard let name = findings[index].cells[cell].field, let field = FieldName(name),
          let place = places[field]
        else { continue }
        findings[index].cells[cell].sheet = place.sheet
        findings[index].cells[cell].reference = place.reference
        if let value = report.tables[field.table]?[field] {
          findings[index].cells[cell].value = FindingValue(value)
        }
      }
    }
  }
}
