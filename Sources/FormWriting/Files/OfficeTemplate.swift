package import Diagnostics
package import Documents
package import FormReading
package import ReportModel
import Spreadsheets

/// Fills a report into a user's own workbook.
///
/// Only the cells of the form's fields change; their formats, charts, macros and everything else are kept.
/// But General replaces a date format for a number: a count of 9 would be displayed, and read, as the 9th of
/// January 1900. A formula is kept too, and only its cached value is new.
package struct OfficeTemplate {
  /// The content that the workbook has no place for.
  package struct Leftovers: Sendable, Hashable {
    /// The fields with content in the report.
    package var fields: [FieldName] = []
    /// The ids of the sections with prose.
    package var sections: [String] = []

    /// Makes an empty value.
    package init() {}
  }

  private let editor: WorkbookEditor
  private let document: GridDocument
  private let reading: FormReading
  /// Whether any cell can have a date format.
  private let hasDates: Bool

  /// Opens the workbook `input`, whose grids are `document` and whose form was found by `reading`.
  ///
  /// - Throws: `WorkbookError`, or `WorkbookEditorError` for a workbook that cannot be changed.
  package init(
    _ input: Input, document: GridDocument, reading: FormReading, limits: Limits = .standard
  ) throws {
    editor = try WorkbookEditor(Workbook(input.package(limits: limits)))
    self.document = document
    self.reading = reading
    let formats = try editor.workbook.formats()
    hasDates = (0..<formats.count).contains { formats[$0].isDate }
  }

  /// Writes the workbook with `report` filled in to a new file at `path`.
  ///
  /// - Returns: The content that the workbook has no place for.
  /// - Throws: `WorkbookEditorError` if a cell cannot be changed, `WorkbookError` if the styles are damaged,
  ///   or the reason why the file cannot be written.
  package func fill(_ report: Report, to path: String) throws -> Leftovers {
    var leftovers = Leftovers()
    for table in reading.definition.tables {
      for (field, _, column) in table.cells {
        let value = report[field] ?? .blank
        guard let place = reading.places[field] else {
          if value != .blank { leftovers.fields.append(field) }
          continue
        }
        let note = report.notes[field]
        try set(.holding(value, note: note, column), at: place)
      }
    }
    try fillHead(report)
    for section in reading.definition.sections {
      let prose = report.sections[section.id] ?? ""
      if try !fill(prose, section), !prose.isEmpty { leftovers.sections.append(section.id) }
    }
    try editor.write(into: path)
    return leftovers
  }

  private func set(_ content: LaidOutCell.Content, at place: FieldPlace) throws {
    let cell = CellReference(row: place.position.row, column: place.position.column)
    if hasDates, case .number = content,
      try editor.numberFormat(at: cell, inSheet: place.sheet).isDate
    {
      try editor.setNumberFormat("General", at: cell, inSheet: place.sheet)
    }
    // The editor parses a row's markup for this
    let mayHaveFormula = document.grids[place.grid][place.position]?.formula != nil
    guard mayHaveFormula, try editor.hasFormula(at: cell, inSheet: place.sheet) else {
      return try editor.set(CellContent(content), at: cell, inSheet: place.sheet)
    }
    switch content {
    case .number(let number):
      try editor.setStored(.number(number.cellNumber), at: cell, inSheet: place.sheet)
    case .text(let text): try editor.setStored(.text(text), at: cell, inSheet: place.sheet)
    // No cached value: another year's number must not remain until the formula is calculated again.
    case .blank, .sum, .message:
      try editor.setStored(nil, at: cell, inSheet: place.sheet)
    }
  }

  // MARK: - Words

  /// Fills in agency, year, title and contact if the workbook names their cells.
  private func fillHead(_ report: Report) throws {
    var entries: [(String, CellContent)] = [
      ("report.agency", Self.text(report.agency)), ("report.title", Self.text(report.title)),
      ("report.year", report.year.map { .number(Double($0)) } ?? .blank),
    ]
    entries += report.contact.sorted { $0.key < $1.key }.map {
      ("contact.\($0.key)", Self.text($0.value))
    }
    for (name, content) in entries where content != .blank {
      guard let named = document.names[name], document.grids.indices.contains(named.grid) else {
        continue
      }
      try editor.set(
        content, at: CellReference(named.reference), inSheet: document.grids[named.grid].name)
    }
  }

  private static func text(_ text: String) -> CellContent {
    text.isEmpty ? .blank : .text(ProseRows.chunks(of: text).first ?? "")
  }

  /// Fills in a section: one paragraph per row from its named cell on, or in one cell below its heading.
  private func fill(_ prose: String, _ section: FormSection) throws -> Bool {
    if let named = document.names["section.\(section.id)"],
      document.grids.indices.contains(named.grid)
    {
      try fill(ProseRows.rows(of: prose), in: document.grids[named.grid], from: named.reference)
      return true
    }
    guard !prose.isEmpty, prose.utf16.count <= ProseRows.mostUnits,
      let (grid, cell) = cellBelowHeading(section)
    else { return false }
    try editor.set(Self.text(prose), at: CellReference(cell), inSheet: grid.name)
    return true
  }

  private func fill(_ rows: [ProseRows.Row], in grid: Grid, from first: GridReference) throws {
    let last =
      grid.cells.filter { $0.reference.column == first.column }
      .map(\.reference.row).max() ?? first.row
    for place in 0..<max(rows.count, last - first.row + 1) {
      let row = rows.indices.contains(place) ? rows[place] : .empty
      let cell = CellReference(row: first.row + place, column: first.column)
      try editor.set(Self.text(row.text), at: cell, inSheet: grid.name)
      guard first.column > 1 else { continue }
      let mark = CellReference(row: cell.row, column: first.column - 1)
      if row.continues || grid[cell.row, first.column - 1] != nil {
        try editor.set(
          row.continues ? .text(TemplateConvention.continuationMark) : .blank, at: mark,
          inSheet: grid.name)
      }
    }
  }

  /// The cell below the section's heading, unless it has other content.
  private func cellBelowHeading(_ section: FormSection) -> (Grid, GridReference)? {
    let labels = [section.label] + (section.aliases ?? [])
    let headings =
      reading.definition.sections.map(\.label) + reading.definition.tables.map(\.label)
    for grid in document.grids {
      for cell in grid.cells {
        guard case .text(let text) = cell.value, labels.contains(text) else { continue }
        let merge = grid.merges.first { $0.contains(cell.reference) }
        let row = (merge?.bottomRight.row ?? cell.reference.row) + 1
        let below = GridReference(row: row, column: cell.reference.column)
        if case .text(let text)? = grid[below]?.value, headings.contains(text) { return nil }
        return (grid, grid.merges.first { $0.contains(below) }?.topLeft ?? below)
      }
    }
    return nil
  }
}

extension CellReference {
  fileprivate init(_ reference: GridReference) {
    self.init(row: reference.row, column: reference.column)
  }
}
