import Documents
import ReportModel

/// The headings of a form's tables in a document, which distinguish tables with the same rows and columns.
struct TableHeadings {
  private let document: GridDocument
  private let tables: [FormTable]
  private let labels: LabelMatcher

  /// How many rows above a table its heading may be.
  private static let mostRows = 3

  /// Makes a reader of the headings of `form`'s tables in `document`.
  init(_ form: FormDefinition, _ document: GridDocument) {
    self.document = document
    tables = form.orderedTables
    labels = LabelMatcher(
      tables.map { FormLabel(path: [$0.label], aliases: ($0.aliases ?? []) + [$0.sheet]) })
  }

  /// `candidates` without those below the heading of another table, if one is below `table`'s own.
  func own(_ candidates: [TableCandidate], of table: FormTable) -> [TableCandidate] {
    let headings = candidates.map(heading)
    guard headings.contains(table.id) else { return candidates }
    return zip(candidates, headings).filter { $1 == nil || $1 == table.id }.map(\.0)
  }

  /// The id of the table that the text above `candidate` names, or else the name of its sheet.
  private func heading(of candidate: TableCandidate) -> String? {
    let grid = document.grids[candidate.grid]
    let top = candidate.region.topLeft.row
    for row in stride(from: top, through: max(1, top - Self.mostRows), by: -1) {
      for column in candidate.region.topLeft.column...candidate.region.bottomRight.column {
        guard case .text(let text) = grid[row, column]?.value else { continue }
        if let table = table(text) { return table }
      }
    }
    return paragraph(before: candidate.grid).flatMap(table) ?? table(grid.name)
  }

  private func paragraph(before grid: Int) -> String? {
    guard let index = document.blocks.firstIndex(of: .table(index: grid)), index > 0,
      case .paragraph(let text) = document.blocks[index - 1]
    else { return nil }
    return text
  }

  private func table(_ text: String) -> String? {
    guard !text.isEmpty, text.utf8.count <= TextTable.longest else { return nil }
    let label = LabelText(text)
    guard labels.knows(label) else { return nil }
    let matches = labels.matches(label).filter(\.isExact)
    return matches.max { $0.score < $1.score }.map { tables[$0.label].id }
  }
}
