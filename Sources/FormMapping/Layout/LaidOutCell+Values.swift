#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Grids
package import ReportModel
import Vocabulary

extension LaidOutCell.Content {
  /// What a cell of `column` holds so that reading it gives `value` and `note` again.
  package static func holding(
    _ value: FieldValue, note: String?, _ column: FormColumn
  ) -> LaidOutCell.Content {
    switch value {
    case .blank: return .blank
    case .notApplicable: return .text(Mark.written)
    case .unreadable(let text): return .text(ProseRows.chunks(of: text).first ?? "")
    case .number(let number):
      if let note, let text = text(number, note: note, column) { return .text(text) }
      return Decimal(cell: number.cellNumber) == number
        ? .number(number) : .text(number.description)
    }
  }

  /// The number with its note behind it, unless that would be read as something else.
  private static func text(_ number: Decimal, note: String, _ column: FormColumn) -> String? {
    let text = number.description + note
    let read = ValueReader(column).read(
      GridCell(GridReference(row: 1, column: 1), .text(text)))
    guard read.value == .number(number), read.note == note, text.utf16.count <= ProseRows.mostUnits
    else { return nil }
    return text
  }
}
