/// A two-color pattern of a cell's fill.
///
/// Source: ECMA-376-1:2016, 18.18.55 `ST_PatternType`.
public enum FillPattern: String, Hashable, Sendable, CaseIterable {
  /// One dot in eight.
  case gray125
  /// One dot in sixteen.
  case gray0625
  /// One dot in four.
  case lightGray
  /// Every other dot.
  case mediumGray
  /// Three dots in four.
  case darkGray
  /// Thin horizontal lines.
  case lightHorizontal
  /// Thin vertical lines.
  case lightVertical
  /// Thin lines from top left to bottom right.
  case lightDown
  /// Thin lines from bottom left to top right.
  case lightUp
  /// Thin horizontal and vertical lines.
  case lightGrid
  /// Thin lines on both diagonals.
  case lightTrellis
}
