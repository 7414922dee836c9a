/// The role of a laid-out cell, which determines its style in a file format.
package enum CellRole: Hashable, Sendable {
  /// The title of a whole sheet.
  case title
  /// A heading above a table or a list.
  case heading
  /// Running text that explains something.
  case explanation
  /// The title row of a block of a table.
  case band
  /// A label above columns.
  case columnLabel
  /// A label of several rows, left of their own labels.
  case groupLabel
  /// A label of one row.
  case rowLabel
  /// A cell of a table without a field.
  case unused
  /// A field to be filled in with a number.
  case input
  /// A total that is calculated.
  case total
  /// A line of text to be filled in, such as the agency.
  case entry
  /// A paragraph of prose to be filled in.
  case prose
  /// The mark left of a paragraph that continues the one above.
  case mark
  /// A text in a list.
  case listText
  /// A short text or number in a list, centred in its cell.
  case listValue
  /// The outcome of a check.
  case outcome
  /// A link to other cells.
  case link

  /// Whether the user may change it while the sheet is protected.
  package var isInput: Bool {
    switch self {
    case .input, .entry, .prose, .mark: true
    default: false
    }
  }
}
