/// A style that cells have while a condition is true.
///
/// Formulas have no leading `=` and are relative to the top left cell of the first range. Of several formats
/// on a cell, the one added first takes precedence.
///
/// Source: ECMA-376-1:2016, 18.3.1.10 `cfRule`.
public struct ConditionalFormat: Hashable, Sendable {
  /// The condition for the style.
  public enum Condition: Hashable, Sendable {
    /// While a formula is true.
    case expression(String)
    /// While the comparison with the cell's value is true.
    case value(Comparison)
  }

  /// The condition for the style.
  public var condition: Condition
  /// The changes of the cell's style.
  public var style: DifferentialStyle
  /// Whether formats added later are ignored while this one applies.
  public var stopsIfTrue: Bool

  /// Makes a conditional format.
  public init(_ condition: Condition, style: DifferentialStyle, stopsIfTrue: Bool = false) {
    self.condition = condition
    self.style = style
    self.stopsIfTrue = stopsIfTrue
  }
}
