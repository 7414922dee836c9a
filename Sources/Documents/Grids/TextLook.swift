/// The look of a piece of a cell's text that is not displayed plainly.
package struct TextLook: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It is not displayed.
  package static let hidden = TextLook(rawValue: 1)
  /// It is struck out.
  package static let struckOut = TextLook(rawValue: 2)
  /// It is above or below the line: a superscript, a subscript, ruby text.
  package static let raised = TextLook(rawValue: 4)
  /// It is the label of a control.
  package static let control = TextLook(rawValue: 8)
  /// It is uncertain where it is displayed, and beside what.
  package static let unclear = TextLook(rawValue: 16)
}
