#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
package import Documents
package import FormReading

/// One cell of a laid-out sheet.
package struct LaidOutCell: Hashable, Sendable {
  /// What a cell holds.
  package enum Content: Hashable, Sendable {
    /// Nothing.
    case blank
    /// A number of at most 15 significant digits.
    case number(Decimal)
    /// A text of at most 32,767 UTF-16 units.
    case text(String)
    /// A formula without its `=`, and the number that it gives.
    case sum(formula: String, value: Decimal)
    /// A formula without its `=`, and the text that it gives.
    case message(formula: String, text: String)
  }

  /// Where it stands.
  package var reference: GridReference
  /// What it holds.
  package var content: Content
  /// What it is for.
  package var role: CellRole

  /// Makes a cell.
  package init(_ reference: GridReference, _ content: Content, _ role: CellRole) {
    self.reference = reference
    self.content = content
    self.role = role
  }
}
