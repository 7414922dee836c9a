/// What every text of a document may stand for on the axes of one table.
struct AxisMatches {
  /// The table's labels.
  let axes: TableAxes
  /// The row labels that a text may stand for, by its number in the book.
  let rows: [[LabelMatch]]
  /// The column labels that a text may stand for, by its number in the book.
  let columns: [[LabelMatch]]
  /// The texts of the document.
  let book: LabelBook

  /// Matches all texts of `book`.
  init(_ axes: TableAxes, _ book: LabelBook) {
    self.axes = axes
    self.book = book
    rows = book.texts.map(axes.rows.matches)
    columns = book.texts.map(axes.columns.matches)
  }

  /// Whether any text stands for a label on both axes.
  var isPromising: Bool {
    rows.contains { !$0.isEmpty } && columns.contains { !$0.isEmpty }
  }
}
