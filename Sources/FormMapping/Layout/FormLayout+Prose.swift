import Grids
import ReportModel

extension FormLayout {
  /// How many rows of prose an empty template has.
  private static let proseRows = 60

  /// The mark left of a row that goes on with the paragraph above.
  static let continuationMark = "续"

  /// The sheet of a section: a paragraph a row.
  func prose(_ section: FormSection, sheet name: String) -> LaidOutSheet {
    var sheet = LaidOutSheet(name: name)
    sheet.columnWidths = [5, 88]
    sheet.merge(GridRange(row: 1, column: 1, columns: 2), .text(section.label), .heading)
    sheet.rowHeights[1] = 30
    sheet.merge(
      GridRange(row: 2, column: 1, columns: 2),
      .text("每段一行，不必空格缩进。一段太长写不下时，在下一行接着写，并在左边的窄格填“\(Self.continuationMark)”。"),
      .explanation)
    sheet.rowHeights[2] = 20
    let rows = ProseRows.rows(of: report.sections[section.id] ?? "")
    let count = max(Self.proseRows, rows.count + 10)
    for place in 0..<count {
      let row = Self.firstProseRow + place
      let text = rows.indices.contains(place) ? rows[place] : .init(text: "", continues: false)
      sheet.put(
        text.continues ? .text(Self.continuationMark) : .blank, .mark, row: row, column: 1)
      sheet.put(text.text.isEmpty ? .blank : .text(text.text), .prose, row: row, column: 2)
    }
    sheet.frozenRows = 2
    sheet.firstCell = GridReference(row: Self.firstProseRow, column: 2)
    return sheet
  }
}
