#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import FormReading
package import ReportModel
import Vocabulary

extension LaidOutCell.Content {
  /// The content of a cell of `column` that is read as `value` and `note` again.
  package static func holding(
    _ value: FieldValue, note: String?, _ column: FormColumn
  ) -> LaidOutCell.Content {
    switch value {
    case .blank: return .blank
    case .notApplicable: return .text(Mark.written)
    case .unreadable(let text): return .text(ProseRows.chunks(of: text).first ?? "")
    case .number(let number):
      if let note, let text = column.text(of: number, note: note),
        text.utf16.count <= ProseRows.mostUnits
      {
        return .text(text)
      }
      return Decimal(cell: number.cellNumber) == number
        ? .number(number) : .text(number.description)
    }
  }
}
