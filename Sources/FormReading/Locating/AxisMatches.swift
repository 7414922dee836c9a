/// The labels that each text of a document may match on the axes of one table.
struct AxisMatches {
  /// The table's labels.
  let axes: TableAxes
  /// The row labels that a text may match, by its number in the book.
  let rows: [[LabelMatch]]
  /// The column labels that a text may match, by its number in the book.
  let columns: [[LabelMatch]]
  /// The texts of the document.
  let book: TextTable
  private let fields = FieldMatches()

  /// A cache of the fields that texts match.
  private final class FieldMatches {
    var known: [Int: Bool] = [:]
    var matches: [Int: [LabelMatch]] = [:]
  }

  /// Matches all texts of `book`.
  init(_ axes: TableAxes, _ book: TextTable) {
    self.axes = axes
    self.book = book
    rows = book.texts.map(axes.rows.matches)
    columns = book.texts.map(axes.columns.matches)
  }

  /// Whether each axis has a label that a text may match.
  var isPromising: Bool {
    rows.contains { !$0.isEmpty } && columns.contains { !$0.isEmpty }
  }

  /// Whether the text with number `label` may be a label of a row or column.
  func isLabel(_ label: Int) -> Bool { !rows[label].isEmpty || !columns[label].isEmpty }

  /// Whether the text with number `label` may be the last label in front of a value of a list.
  func mayEndField(_ label: Int) -> Bool {
    if !columns[label].isEmpty { return true }
    if let known = fields.known[label] { return known }
    let isKnown = axes.list.knows(book.texts[label])
    fields.known[label] = isKnown
    return isKnown
  }

  /// The fields of a list whose last label the text with number `label` may be.
  func fields(_ label: Int) -> [LabelMatch] {
    guard mayEndField(label) else { return [] }
    if let found = fields.matches[label] { return found }
    let found = axes.list.matches(book.texts[label])
    fields.matches[label] = found
    return found
  }
}
