/// The labels that each text of a document may match on the axes of one table.
struct AxisMatches {
  /// The table's labels.
  let axes: TableAxes
  /// The texts of the document.
  let book: TextTable
  /// The labels that a text may match, by its number in the book.
  private let texts: [TextMatches]

  /// Matches all texts of `book`.
  init(_ axes: TableAxes, _ book: TextTable) {
    self.axes = axes
    self.book = book
    texts = book.texts.map { $0.matches(in: axes) }
  }

  /// Whether each axis has a label that a text may match.
  var isPromising: Bool {
    texts.contains { !$0.rows.isEmpty } && texts.contains { !$0.columns.isEmpty }
  }

  /// What the text with number `label` may be.
  subscript(label: Int) -> TextMatches { texts[label] }

  /// The row labels that the text with number `label` may match.
  func rows(_ label: Int) -> [LabelMatch] { texts[label].rows }

  /// The column labels that the text with number `label` may match.
  func columns(_ label: Int) -> [LabelMatch] { texts[label].columns }

  /// Whether the text with number `label` may be a label of a row or column.
  func isLabel(_ label: Int) -> Bool { texts[label].isLabel }

  /// Whether the text with number `label` may be the last label in front of a value of a list.
  func mayEndField(_ label: Int) -> Bool { !texts[label].columns.isEmpty || texts[label].isField }

  /// The fields of a list whose last label the text with number `label` may be.
  func fields(_ label: Int) -> [LabelMatch] {
    mayEndField(label) ? book.texts[label].fields(in: axes) : []
  }
}
