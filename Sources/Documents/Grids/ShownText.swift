/// What a person sees of a cell that is not shown as its plain characters.
///
/// A class, because few cells have one and those that do not should carry no more than a reference.
package final class ShownText: Hashable, Sendable {
  /// The text that is shown plainly; empty where none is.
  package let text: String
  /// Superscripts, subscripts and other marks beside the text.
  package let marks: [String]
  /// What is struck out.
  package let struckOut: [String]
  /// What is there and not shown.
  package let hidden: [String]
  /// Values of which the cell shows one, and it is not certain which.
  package let rivals: [GridValue]
  /// Whether it is not certain where parts of the text are shown.
  package let isUnclear: Bool

  /// Makes what is shown of a cell.
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

  /// Whether both show the same.
  package static func == (left: ShownText, right: ShownText) -> Bool {
    left.text == right.text && left.marks == right.marks && left.struckOut == right.struckOut
      && left.hidden == right.hidden && left.rivals == right.rivals
      && left.isUnclear == right.isUnclear
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
