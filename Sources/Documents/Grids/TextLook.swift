/// How a piece of a cell's text is shown where it is not shown plainly.
package struct TextLook: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It is not shown at all.
  package static let hidden = TextLook(rawValue: 1)
  /// A line goes through it.
  package static let struckOut = TextLook(rawValue: 2)
  /// It is above or below the line: a superscript, a subscript, ruby text.
  package static let raised = TextLook(rawValue: 4)
  /// It is the label of something to press.
  package static let control = TextLook(rawValue: 8)
  /// Where it is shown, and beside what, is not certain.
  package static let unclear = TextLook(rawValue: 16)
}
