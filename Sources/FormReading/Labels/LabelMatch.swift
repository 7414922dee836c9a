/// How well a text of a grid matches a label of a form.
struct LabelMatch: Sendable, Hashable {
  /// The index of the form's label.
  let label: Int
  /// From ``LabelMatch/threshold`` to 1, where 1 is the label itself.
  let score: Double
  /// Whether the text is the label, except for how it was typed.
  let isExact: Bool

  /// The score of a label with its groups in front.
  static let joined = 0.99
  /// The least score that counts as a match.
  static let threshold = 0.6
}
