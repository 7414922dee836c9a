/// The font properties that can change the meaning of a text.
package struct FontLook: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The text is struck through.
  package static let struckOut = FontLook(rawValue: 1)
  /// The text is a superscript or a subscript.
  package static let raised = FontLook(rawValue: 2)
  /// The text has the color of the cell's fill.
  package static let hidden = FontLook(rawValue: 4)
}

/// A part of a text with its own font properties.
package struct TextSpan: Hashable, Sendable {
  /// The UTF-8 bytes of the text.
  package let range: Range<Int>
  /// The font properties.
  package let look: FontLook
}
