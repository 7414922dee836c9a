/// A two-coloured pattern of a cell's ground.
///
/// Source: ECMA-376-1:2016, 18.18.55 `ST_PatternType`.
public enum FillPattern: String, Hashable, Sendable, CaseIterable {
  /// One eighth of the dots.
  case gray125
  /// One sixteenth of the dots.
  case gray0625
  /// A quarter of the dots.
  case lightGray
  /// Half of the dots.
  case mediumGray
  /// Three quarters of the dots.
  case darkGray
  /// Thin level lines.
  case lightHorizontal
  /// Thin upright lines.
  case lightVertical
  /// Thin lines from top left to bottom right.
  case lightDown
  /// Thin lines from bottom left to top right.
  case lightUp
  /// Thin lines, level and upright.
  case lightGrid
  /// Thin lines, both diagonals.
  case lightTrellis
}
