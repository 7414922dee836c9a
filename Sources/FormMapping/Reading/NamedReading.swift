import Grids
import ReportModel

/// Reads a report by the defined names of our own template.
struct NamedReading {
  let document: GridDocument
  let definition: FormDefinition

  init(_ document: GridDocument, _ definition: FormDefinition) {
    self.document = document
    self.definition = definition
  }

  func reading(file: String) -> FormReading {
    var report = Report(form: definition.id)
    var places: [FieldName: FieldPlace] = [:]
    for table in definition.tables {
      for row in table.rows {
        for column in table.columns(of: row) {
          let field = FieldName(table: table.id, row: row.id, column: column.id)
          guard let name = document.names["f.\(field)"], document.grids.indices.contains(name.grid)
          else { continue }
          let grid = document.grids[name.grid]
          places[field] = FieldPlace(grid: name.grid, grid, name.reference)
          let read = ValueReader(column).read(grid[name.reference])
          report.tables[table.id, default: [:]][field] = read.value
          if let note = read.note { report.notes[field] = note }
        }
      }
    }
    let score = Double(places.count) / Double(max(1, definition.fields.count))
    return FormReading(
      definition: definition, report: report, findings: [], places: places, score: score,
      candidates: [FormScore(form: definition.id, score: score)], tables: [], looseLabels: [])
  }
}
