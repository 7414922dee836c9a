#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
package import Documents
package import FormReading

/// One cell of a laid-out sheet.
package struct LaidOutCell: Hashable, Sendable {
  /// The content of a cell.
  package enum Content: Hashable, Sendable {
    /// Nothing.
    case blank
    /// A number of at most 15 significant digits.
    case number(Decimal)
    /// A text of at most 32,767 UTF-16 units.
    case text(String)
    /// A formula without its `=`, and the number that it returns.
    case sum(formula: String, value: Decimal)
    /// A formula without its `=`, and the text that it returns.
    case message(formula: String, text: String)
  }

  /// Its position.
  package var reference: GridReference
  /// Its content.
  package var content: Content
  /// Its role.
  package var role: CellRole

  /// Makes a cell.
  package init(_ reference: GridReference, _ content: Content, _ role: CellRole) {
    self.reference = reference
    self.content = content
    self.role = role
  }
}
