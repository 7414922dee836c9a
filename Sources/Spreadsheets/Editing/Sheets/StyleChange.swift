/// What is to become of a cell's style; what is nil stays.
struct StyleChange: Hashable {
  /// The colour of a solid fill.
  var fill: CellColor?
  /// The code of the number format.
  var numberFormat: String?

  /// Whether the style stays as it is.
  var isEmpty: Bool { fill == nil && numberFormat == nil }
}
