/// What of a font decides whether its text is to be read as it is written.
package struct FontLook: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A line goes through the text.
  package static let struckOut = FontLook(rawValue: 1)
  /// The text is a superscript or a subscript.
  package static let raised = FontLook(rawValue: 2)
  /// The text has the colour of the cell's fill.
  package static let hidden = FontLook(rawValue: 4)
}

/// A piece of a text that has such a font of its own.
package struct TextSpan: Hashable, Sendable {
  /// The bytes of the text, in UTF-8.
  package let range: Range<Int>
  /// What its font looks like.
  package let look: FontLook
}
