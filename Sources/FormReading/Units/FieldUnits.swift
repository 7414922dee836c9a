import Vocabulary

/// A unit with the text that states it.
struct StatedUnit: Hashable, Sendable {
  /// The unit.
  let unit: NumberUnit
  /// The label, note or cell that states it.
  let text: String
}

/// The units that are stated around the cell of a field, except in the header of its column.
package struct FieldUnits: Sendable {
  /// In the cell beside it.
  var adjacent: [StatedUnit] = []
  /// In the labels of its line and of its block, and in notes beside the table.
  var stated: [StatedUnit] = []

  /// No units.
  package static let none = FieldUnits()
}
