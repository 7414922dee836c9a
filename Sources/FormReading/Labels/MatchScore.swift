/// The scores of matches of a text and a label, and the thresholds that they are compared with.
///
/// A score is 1 for the form's own label. The others order the ways in which a text may differ from it; they come
/// from trials with the layouts of `Tests/FormReadingTests` and with published reports, and their order matters
/// more than their values.
enum MatchScore {
  // MARK: The same label

  /// What a label loses that has no ordinal where the form's has one, or the other way round.
  static let missingOrdinal = 0.005
  /// What a label loses that has another ordinal.
  static let otherOrdinal = 0.02
  /// A label with its groups in front.
  static let joined = 0.99
  /// A label with an explanation in brackets that the form does not have.
  static let explained = 0.97

  // MARK: Not quite the same

  /// The most that a text with other characters scores.
  static let similar = 0.95
  /// Another word for a total.
  static let otherTotal = 0.8
  /// A label with a year in brackets, which may be another year's.
  static let withYear = 0.75
  /// The least that a text scores that contains the label, or is a piece of it.
  static let contained = 0.6
  /// What it gains with the share of the longer one that the shorter one is.
  static let containedShare = 0.3
  /// The least score that counts as a match.
  static let threshold = 0.6
  /// A group that is filled in as one row, read as the row that takes it: less than a row's own label.
  static let collapsedGroup = 0.9

  // MARK: Groups

  /// What a line gains in the label's own group.
  static let sameGroup = 0.05
  /// What a line loses in another group: less certain labels are out, exact ones are not.
  static let otherGroup = 0.2
  /// How far below ``threshold`` a line in another group still competes.
  static let groupSlack = 0.1

  // MARK: Competing matches

  /// How much less than an uncertain match another may score and still be named as competing.
  static let competing = 0.2
}
