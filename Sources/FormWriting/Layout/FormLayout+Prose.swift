import Documents
import FormReading
import ReportModel

extension FormLayout {
  /// The rows of prose in an empty template, and the empty rows after a report's prose.
  private static let (proseRows, spareRows) = (30, 5)

  /// The width of prose relative to the standard font, in which widths are counted.
  private static let proseScale = 12.0 / 11

  /// The sheet of a section: one paragraph per row.
  func prose(_ section: FormSection, sheet name: String) -> LaidOutSheet {
    var sheet = LaidOutSheet(name: name)
    sheet.columnWidths = [5, 88]
    sheet.merge(GridRange(row: 1, column: 1, columns: 2), .text(section.label), .heading)
    sheet.rowHeights[1] = 30
    sheet.merge(
      GridRange(row: 2, column: 1, columns: 2),
      .text(TemplateConvention.proseHint),
      .explanation)
    sheet.rowHeights[2] = 20
    let rows = ProseRows.rows(of: report.sections[section.id] ?? "")
    let count = isTemplate ? Self.proseRows : rows.count + Self.spareRows
    for place in 0..<count {
      let row = Self.firstProseRow + place
      let text = rows.indices.contains(place) ? rows[place] : .empty
      sheet.put(
        text.continues ? .text(TemplateConvention.continuationMark) : .blank, .mark, row: row,
        column: 1)
      sheet.put(text.text.isEmpty ? .blank : .text(text.text), .prose, row: row, column: 2)
      // Not every program fits a row to its text; the height of an empty row is left to the program.
      guard !text.text.isEmpty else { continue }
      let lines = TextWidth.lines(of: text.text, in: sheet.columnWidths[1] / Self.proseScale)
      sheet.rowHeights[row] = min(400, Double(lines) * 17 + 6)
    }
    sheet.frozenRows = 2
    sheet.firstCell = GridReference(row: Self.firstProseRow, column: 2)
    return sheet
  }
}
