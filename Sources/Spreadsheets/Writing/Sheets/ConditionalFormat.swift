/// A look that cells take while a condition holds.
///
/// Formulas are given without a leading `=` and as they stand for the top left cell of the first range.
/// Of several formats on a cell, the one added first wins.
///
/// Source: ECMA-376-1:2016, 18.3.1.10 `cfRule`.
public struct ConditionalFormat: Hashable, Sendable {
  /// When the look is taken.
  public enum Condition: Hashable, Sendable {
    /// While a formula is true.
    case expression(String)
    /// While the cell's own value compares so.
    case value(Comparison)
  }

  /// When the look is taken.
  public var condition: Condition
  /// What changes about the cell's look.
  public var style: DifferentialStyle
  /// Whether formats added later are left out while this one holds.
  public var stopsIfTrue: Bool

  /// Makes a conditional format.
  public init(_ condition: Condition, style: DifferentialStyle, stopsIfTrue: Bool = false) {
    self.condition = condition
    self.style = style
    self.stopsIfTrue = stopsIfTrue
  }
}
