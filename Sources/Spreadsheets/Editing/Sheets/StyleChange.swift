/// A change of a cell's style; nil properties are kept.
struct StyleChange: Hashable {
  /// The color of a solid fill.
  var fill: CellColor?
  /// The number format code.
  var numberFormat: String?

  /// Whether nothing changes.
  var isEmpty: Bool { fill == nil && numberFormat == nil }
}
