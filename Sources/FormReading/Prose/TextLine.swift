import Documents

/// A line of text of a document outside its tables, in reading order.
struct TextLine {
  /// The text, without line breaks.
  let text: String
  /// Where it stands; nil for a paragraph.
  let place: Place?
  /// Whether it goes on with the line before: a cell that did not hold the whole paragraph.
  let continues: Bool
  /// The text as a heading or a title is compared; nil for one too long to be either.
  let label: LabelText?

  /// How many characters a heading or a title has at most.
  private static let longest = 80

  /// The cell of a line.
  struct Place: Hashable {
    let grid: Int
    let reference: GridReference
  }

  /// Makes the line of `text`.
  init(text: String, place: Place?, continues: Bool = false, _ labels: LabelTexts) {
    self.text = text
    self.place = place
    self.continues = continues
    label = text.unicodeScalars.dropFirst(Self.longest).isEmpty ? labels(text) : nil
  }
}
