/// How well a text of a grid matches a label of a form.
struct LabelMatch: Sendable, Hashable {
  /// The index of the form's label.
  let label: Int
  /// From ``MatchScore/threshold`` to 1, where 1 is the label itself.
  let score: Double
  /// Whether the text is the label, except for how it was typed.
  let isExact: Bool
}
