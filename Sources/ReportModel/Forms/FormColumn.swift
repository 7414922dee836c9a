/// A column of a form's table.
package struct FormColumn: Sendable, Hashable {
  /// The kind of its fields' values.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A whole number of at least 0.
    case count
    /// A whole number that may be negative.
    case signedCount
    /// An amount with any number of decimals, at least 0.
    case amount
  }

  /// The id, such as `naturalPerson`.
  package let id: String
  /// The labels from the outermost header down to the column's own, such as `法人或其他组织`, `商业企业`.
  package let path: [String]
  /// The kind of its fields' values.
  package let kind: Kind
  /// The unit that the form fixes, such as `万元` or `件`.
  package let unit: String?
  /// The most decimals that an amount should have; more cause the warning `value.decimals`.
  package let decimals: Int?
  /// Other wordings of the own label that submissions use.
  package let aliases: [String]?
  /// Whether the form's layout makes it the total of its siblings.
  package let isTotal: Bool?

  /// The column's own label: the last of its path.
  package var label: String { path.last ?? id }
}
