import Diagnostics
import ReportModel
import Spreadsheets

/// The marks of each cell of a workbook: the highest severity and all messages.
struct FindingMarks {
  /// A cell of a sheet.
  struct Cell: Hashable {
    var sheet: String
    var reference: CellReference
  }

  /// The mark of one cell.
  struct Mark {
    var severity: Severity
    var messages: [String]
  }

  /// The marks in the order in which their cells were first found.
  private(set) var marks: [(cell: Cell, mark: Mark)] = []
  private var places: [Cell: Int] = [:]

  /// Marks the cells of `finding` that are in one of `sheets`.
  mutating func add(_ finding: Finding, _ language: Language, sheets: Set<String>) {
    let name = finding.severity.name(language)
    let message = "[\(name)] \(finding.message[language])（\(finding.rule)）"
    for cell in finding.cells {
      guard let cell = Self.cell(cell, sheets: sheets) else { continue }
      guard let place = places[cell] else {
        places[cell] = marks.count
        marks.append((cell, Mark(severity: finding.severity, messages: [message])))
        continue
      }
      marks[place].mark.severity = max(marks[place].mark.severity, finding.severity)
      if !marks[place].mark.messages.contains(message) {
        marks[place].mark.messages.append(message)
      }
    }
  }

  /// The workbook's cell of a finding's `cell`; nil for a cell of another file, or without a position.
  static func cell(_ cell: FindingCell, sheets: Set<String>) -> Cell? {
    guard cell.file == nil, let sheet = cell.sheet, sheets.contains(sheet),
      let reference = cell.reference.flatMap({ CellReference($0) })
    else { return nil }
    return Cell(sheet: sheet, reference: reference)
  }
}
