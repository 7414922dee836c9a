#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Documents
package import ReportModel

/// The content of our own delimited text, read by its names.
///
/// The long layout is read in full. Of the grid layout, the header and the prose, which are at known
/// positions, are read here; the tables are located by their labels like any others.
package struct RecordReading: Sendable {
  /// The layout of the records.
  package let layout: RecordLayout
  /// The form.
  package let definition: FormDefinition
  /// The report, as far as the records contain it.
  package private(set) var report: Report
  /// The place of each field.
  package private(set) var places: [FieldName: FieldPlace] = [:]
  /// The remarks on values, with their fields.
  package private(set) var remarks: [(field: FieldName, remark: ValueRemark)] = []
  /// Fields that occur again, with the place, and whether the value is the same as before.
  package private(set) var repeated: [(field: FieldName, place: String, isSame: Bool)] = []
  /// Lines about something that the form does not have, with their names and places.
  package private(set) var unknownLines: [(name: String, place: String)] = []

  private let grid: Grid
  /// The rows of the grid layout that are read here, and not searched for tables.
  private var readRows: Set<Int> = []

  /// Reads `document`; nil if it is not our own delimited text, or its form is unknown.
  ///
  /// - Parameters:
  ///   - document: The submission.
  ///   - form: Returns the form with an id.
  package init?(_ document: GridDocument, form: (String) -> FormDefinition?) {
    guard let head = Self.head(of: document), let definition = form(head.form) else { return nil }
    let (grid, rows) = (head.grid, head.rows)
    layout = head.isLong ? .long : .grid
    self.definition = definition
    self.grid = grid
    report = Report(form: definition.id)
    switch layout {
    case .long: for row in rows.dropFirst() { readLine(row) }
    case .grid:
      var last = 0
      for row in rows.prefix(while: { isHeadLine($0, after: &last) }) {
        readLine(row)
        readRows.insert(row)
      }
      readSheets(rows.filter { $0 > last })
    }
  }

  /// The id of the form that our own delimited text names; nil for any other document.
  static func form(of document: GridDocument) -> String? { head(of: document)?.form }

  /// The grid of our own delimited text, its rows, and the form that its header names.
  private static func head(
    of document: GridDocument
  ) -> (grid: Grid, rows: [Int], form: String, isLong: Bool)? {
    guard document.grids.count == 1, let grid = document.grids.first, grid.origin == .delimited
    else { return nil }
    let isLong = RecordLayout.header.enumerated().allSatisfy { place, name in
      text(grid[1, place + 1]).trimmed.lowercased() == name
    }
    guard isLong || isHead(grid, 1) else { return nil }
    var rows: [Int] = []
    for cell in grid.cells where rows.last != cell.reference.row { rows.append(cell.reference.row) }
    guard let named = rows.first(where: { text(grid[$0, 3]) == "form" && isHead(grid, $0) }) else {
      return nil
    }
    return (grid, rows, text(grid[named, 5]).trimmed, isLong)
  }

  private static func isHead(_ grid: Grid, _ row: Int) -> Bool {
    text(grid[row, 1]) == RecordLayout.Head.report.rawValue && grid[row, 2] == nil
  }

  /// Whether `row` is still part of the header, which ends at the first empty line.
  private func isHeadLine(_ row: Int, after last: inout Int) -> Bool {
    guard row == last + 1, RecordLayout.Head(rawValue: Self.text(grid[row, 1])) != nil else {
      return false
    }
    last = row
    return true
  }

  private static func text(_ cell: GridCell?) -> String {
    cell.map { ValueReader.text($0.value) } ?? ""
  }
}

// MARK: - Lines

extension RecordReading {
  /// Reads one line of five fields.
  private mutating func readLine(_ row: Int) {
    let texts = (1...5).map { Self.text(grid[row, $0]) }
    switch RecordLayout.Head(rawValue: texts[0].trimmed) {
    case .report? where texts[1].isEmpty: readReport(texts[2].trimmed, texts[4])
    case .contact? where texts[1].isEmpty:
      if !texts[2].isEmpty { report.contact[texts[2], default: ""] += texts[4] }
    case .note?:
      guard let field = FieldName("\(texts[1]).\(texts[2])") else { return }
      report.notes[field, default: ""] += texts[4]
    case .section? where texts[2].isEmpty:
      guard definition.sections.contains(where: { $0.id == texts[1] }) else {
        return addUnknownLine(texts[1], row)
      }
      report.sections[texts[1], default: ""] += texts[4]
    default: readField(texts.prefix(3).map(\.trimmed), row)
    }
  }

  private mutating func readReport(_ name: String, _ text: String) {
    switch name {
    case "agency": report.agency += text
    case "year": report.year = Int(text.trimmed)
    case "title": report.title += text
    default: break
    }
  }

  private mutating func readField(_ names: [String], _ row: Int) {
    let field = FieldName(table: names[0], row: names[1], column: names[2])
    guard let table = definition.table(field.table), let formRow = table.row(field.row),
      let column = table.columns(of: formRow).first(where: { $0.id == field.column })
    else {
      return addUnknownLine(names.joined(separator: "."), row)
    }
    let reference = GridReference(row: row, column: 5)
    let read = ValueReader(column).read(grid[reference])
    guard places[field] == nil else {
      return repeated.append((field, grid.name(of: reference), read.value == report[field]))
    }
    places[field] = FieldPlace(grid: 0, grid, reference)
    report.tables[table.id, default: [:]][field] = read.value
    if let note = read.note { report.notes[field] = note }
    remarks += read.remarks.map { (field, $0) }
  }
}

extension RecordReading {
  /// Records a line of something unknown, unless it has no value.
  private mutating func addUnknownLine(_ name: String, _ row: Int) {
    guard grid[row, 5] != nil else { return }
    unknownLines.append((name, grid.name(of: GridReference(row: row, column: 5))))
  }
}

// MARK: - Sheets

extension RecordReading {
  /// Reads the prose of the grid layout: the second column below a section's heading.
  private mutating func readSheets(_ rows: [Int]) {
    let headings = rows.filter { grid[$0, 2] == nil && grid[$0, 1] != nil }
    for section in definition.sections {
      guard let heading = headings.first(where: { Self.text(grid[$0, 1]) == section.label })
      else { continue }
      let end = headings.first { $0 > heading && isHeading($0) } ?? Int.max
      var prose = ""
      var last = heading + 1
      readRows.insert(heading)
      for row in rows where row > heading && row < end {
        readRows.insert(row)
        // Text that begins in the first column is a paragraph like any other.
        guard let text = (grid[row, 2] ?? grid[row, 1]).map({ Self.text($0) }) else { continue }
        let continues = Self.text(grid[row, 1]) == TemplateConvention.continuationMark
        prose += String(repeating: "\n", count: continues ? 0 : row - last) + text
        last = row
      }
      report.sections[section.id] = prose
    }
  }

  /// The document with the tables only, each in a grid of its own: words of the prose must not be treated as
  /// labels, nor those of one table as another's.
  func withoutText(_ document: GridDocument) -> GridDocument {
    var parts: [[GridCell]] = [[]]
    var row = 0
    for cell in grid.cells where !readRows.contains(cell.reference.row) {
      if cell.reference.row != row, isHeading(cell.reference.row) { parts.append([]) }
      row = cell.reference.row
      parts[parts.count - 1].append(cell)
    }
    var document = document
    document.grids = parts.filter { !$0.isEmpty }.map {
      Grid(name: grid.name, origin: grid.origin, cells: $0)
    }
    return document
  }

  private func isHeading(_ row: Int) -> Bool {
    let text = Self.text(grid[row, 1])
    return definition.sections.contains { $0.label == text }
      || definition.tables.contains { $0.label == text }
  }
}
