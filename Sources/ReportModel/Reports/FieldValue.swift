#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
/// The value of a field; a blank is not a zero, and a mark is neither.
package enum FieldValue: Hashable, Sendable {
  /// A number, exact.
  case number(Decimal)
  /// The cell is empty.
  case blank
  /// A mark that means that the field does not apply: `/`, `-`, `—`, `无`, `不适用`, `N/A`; written as `/`.
  case notApplicable
  /// A text that is not a number, kept as written.
  case unreadable(String)

  /// The number that counts in a relation, 0 for blanks and marks; nil if it is unknown.
  package var counted: Decimal? {
    switch self {
    case .number(let number): number
    case .blank, .notApplicable: 0
    case .unreadable: nil
    }
  }

  /// The value as in findings.
  package var finding: FindingValue {
    switch self {
    case .number(let number): .number(number)
    case .blank: .blank
    case .notApplicable: .text("/")
    case .unreadable(let text): .text(text)
    }
  }
}
