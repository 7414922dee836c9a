#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// What a cell of a finding holds.
package enum FindingValue: Sendable, Hashable {
  /// A number, exact.
  case number(Decimal)
  /// Nothing.
  case blank
  /// A mark or text as it stands.
  case text(String)
}
