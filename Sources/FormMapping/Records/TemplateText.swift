#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Grids
package import ReportModel

/// What a workbook of our own says beside its tables: agency, year, title, contact and prose, found by the
/// defined names that ``FormLayout`` gives.
package enum TemplateText {
  /// Puts into `report` what the names of `document` lead to.
  ///
  /// - Parameters:
  ///   - document: The workbook.
  ///   - definition: Its form.
  ///   - report: The report; what no name leads to stays as it is.
  /// - Returns: Whether any of the names is there.
  @discardableResult
  package static func read(
    _ document: GridDocument, _ definition: FormDefinition, into report: inout Report
  ) -> Bool {
    var found = false
    func text(_ name: String) -> String? {
      guard let place = document.names[name], document.grids.indices.contains(place.grid) else {
        return nil
      }
      found = true
      return words(document.grids[place.grid][place.reference])
    }
    if let agency = text("report.agency") { report.agency = agency }
    if let title = text("report.title") { report.title = title }
    if let year = text("report.year") { report.year = Int(year.trimmed) }
    for contact in definition.contact {
      guard let text = text("contact.\(contact.id)"), !text.isEmpty else { continue }
      report.contact[contact.id] = text
    }
    for section in definition.sections {
      guard let place = document.names["section.\(section.id)"],
        document.grids.indices.contains(place.grid)
      else { continue }
      found = true
      report.sections[section.id] = prose(document.grids[place.grid], from: place.reference)
    }
    return found
  }

  /// The paragraphs of `grid` from the cell at `first` down, one a row; a row that is marked left of its
  /// text goes on with the one above.
  package static func prose(_ grid: Grid, from first: GridReference) -> String {
    var prose = ""
    var last = first.row
    for cell in grid.cells
    where cell.reference.column == first.column && cell.reference.row >= first.row {
      let text = words(cell)
      guard !text.isEmpty else { continue }
      let row = cell.reference.row
      let mark = words(grid[row, first.column - 1]).trimmed
      let continues = mark == FormLayout.continuationMark
      prose += String(repeating: "\n", count: continues ? 0 : row - last) + text
      last = row
    }
    return prose
  }

  private static func words(_ cell: GridCell?) -> String {
    guard let cell else { return "" }
    return ValueReader.text(cell.value).replacing("\r\n", with: "\n")
  }
}
