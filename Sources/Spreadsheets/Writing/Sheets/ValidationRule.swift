/// A rule for the values that users can enter in cells, with its messages.
///
/// Formulas have no leading `=` and are relative to the top left cell of the first range.
/// Source: ECMA-376-1:2016, 18.3.1.32 `dataValidation`.
public struct ValidationRule: Hashable, Sendable {
  /// The condition for a value.
  public enum Kind: Hashable, Sendable {
    /// Any value; only the prompt is shown.
    case any
    /// One of these texts, which contain no commas; at most 255 UTF-16 code units in all.
    case list([String])
    /// One of the values of a formula, such as `$A$1:$A$9` or a defined name.
    case listFormula(String)
    /// A whole number that satisfies the comparison.
    case whole(Comparison)
    /// A number that satisfies the comparison.
    case decimal(Comparison)
    /// A date that satisfies the comparison.
    case date(Comparison)
    /// A time of day that satisfies the comparison.
    case time(Comparison)
    /// A text whose length satisfies the comparison.
    case textLength(Comparison)
    /// A value for which a formula is true.
    case custom(String)
  }

  /// The reaction to an invalid value.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The value is rejected.
    case stop
    /// The user is asked whether to keep it.
    case warning
    /// The user is informed.
    case information
  }

  /// A message: a title of at most 32 UTF-16 code units and a text of at most 255.
  public struct Message: Hashable, Sendable {
    /// The title.
    public var title: String
    /// The text.
    public var text: String

    /// Makes a message.
    public init(title: String = "", text: String) {
      self.title = title
      self.text = text
    }
  }

  /// The condition for a value.
  public var kind: Kind
  /// Whether the cell may be left empty.
  public var allowsBlank: Bool
  /// The message shown when the cell is selected.
  public var prompt: Message?
  /// The message shown for an invalid value.
  public var error: Message?
  /// The reaction to an invalid value.
  public var severity: Severity

  /// Makes a rule.
  public init(
    _ kind: Kind, allowsBlank: Bool = true, prompt: Message? = nil, error: Message? = nil,
    severity: Severity = .stop
  ) {
    self.kind = kind
    self.allowsBlank = allowsBlank
    self.prompt = prompt
    self.error = error
    self.severity = severity
  }
}
