import Documents

/// A line of text of a document outside its tables, in reading order.
struct TextLine {
  /// The text, without line breaks.
  let text: String
  /// Its position; nil for a paragraph.
  let place: Place?
  /// Whether it continues the line before: the cell did not hold the whole paragraph.
  let continues: Bool
  /// The text for comparison with headings and titles; nil if it is too long to be either.
  let label: LabelText?

  /// The length of the longest heading or title, in Unicode scalars.
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
