#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
/// What a field holds; a blank is not a zero, and a mark is neither.
package enum FieldValue: Hashable, Sendable {
  /// A number, exact.
  case number(Decimal)
  /// The cell is empty.
  case blank
  /// A mark that says the field does not apply: `/`, `-`, `—`, `无`, `不适用`, `N/A`; written as `/`.
  case notApplicable
  /// Something that is no number, kept as it stands.
  case unreadable(String)

  /// The number it counts as in a relation, blanks and marks as 0; nil where that cannot be told.
  package var counted: Decimal? {
    switch self {
    case .number(let number): number
    case .blank, .notApplicable: 0
    case .unreadable: nil
    }
  }

  /// The value as a finding tells it.
  package var finding: FindingValue {
    switch self {
    case .number(let number): .number(number)
    case .blank: .blank
    case .notApplicable: .text("/")
    case .unreadable(let text): .text(text)
    }
  }
}
