/// The display of a cell that is not displayed as its plain characters.
///
/// A class, so that the many cells without one store only a reference.
package final class ShownText: Hashable, Sendable {
  /// The text that is displayed plainly; may be empty.
  package let text: String
  /// Superscripts, subscripts and other marks beside the text.
  package let marks: [String]
  /// The struck-out text.
  package let struckOut: [String]
  /// The text that is not displayed.
  package let hidden: [String]
  /// Values of which the cell displays one, and it is uncertain which.
  package let rivals: [GridValue]
  /// Whether it is uncertain where parts of the text are displayed.
  package let isUnclear: Bool

  /// Makes the display of a cell.
  package init(
    _ text: String, marks: [String] = [], struckOut: [String] = [], hidden: [String] = [],
    rivals: [GridValue] = [], isUnclear: Bool = false
  ) {
    self.text = text
    self.marks = marks
    self.struckOut = struckOut
    self.hidden = hidden
    self.rivals = rivals
    self.isUnclear = isUnclear
  }

  /// Whether both display the same.
  package static func == (left: ShownText, right: ShownText) -> Bool {
    left.text == right.text && left.marks == right.marks && left.struckOut == right.struckOut
      && left.hidden == right.hidden && left.rivals == right.rivals
      && left.isUnclear == right.isUnclear
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
