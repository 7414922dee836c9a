/// A line of a grid that was matched to a label of the form.
struct LineMatch {
  /// How sure the match is.
  enum Certainty: Hashable {
    /// The label is where the form has it.
    case certain
    /// It is the only line with the label, but is out of order.
    case displaced
    /// It is below the header of another group.
    case otherGroup(String)
    /// Other lines or labels match as well.
    case ambiguous
  }

  /// The index of the form's label.
  let label: Int
  /// The index among the lines.
  let line: Int
  /// The label's cell.
  let cell: GridView.Cell
  /// The score of the match.
  let score: Double
  /// Whether the text is the form's label.
  let isExact: Bool
  /// How sure the match is.
  var certainty: Certainty
  /// The other lines with the same label.
  var rivals: [Int] = []
}
