#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The value of a finding's cell.
package enum FindingValue: Sendable, Hashable {
  /// A number, exact.
  case number(Decimal)
  /// Nothing.
  case blank
  /// A mark or text as written.
  case text(String)
}
