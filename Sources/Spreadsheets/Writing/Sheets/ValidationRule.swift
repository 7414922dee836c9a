/// What may be typed into cells, and what the user is told.
///
/// Formulas are given without a leading `=` and as they stand for the top left cell of the first range.
/// Source: ECMA-376-1:2016, 18.3.1.32 `dataValidation`.
public struct ValidationRule: Hashable, Sendable {
  /// What is asked of a value.
  public enum Kind: Hashable, Sendable {
    /// Anything goes; the prompt alone is shown.
    case any
    /// One of these texts, none of which may hold a comma; at most 255 UTF-16 units in all.
    case list([String])
    /// One of the values that a formula gives, such as `$A$1:$A$9` or a defined name.
    case listFormula(String)
    /// A whole number that compares so.
    case whole(Comparison)
    /// A number that compares so.
    case decimal(Comparison)
    /// A date that compares so.
    case date(Comparison)
    /// A time of day that compares so.
    case time(Comparison)
    /// A text whose length compares so.
    case textLength(Comparison)
    /// A value for which a formula is true.
    case custom(String)
  }

  /// What happens when a value is refused.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The value is not taken.
    case stop
    /// The user is asked whether to keep it.
    case warning
    /// The user is told.
    case information
  }

  /// A message: a title of at most 32 UTF-16 units and a text of at most 255.
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

  /// What is asked of a value.
  public var kind: Kind
  /// Whether the cell may be left empty.
  public var allowsBlank: Bool
  /// What is shown when the cell is selected.
  public var prompt: Message?
  /// What is shown when a value is refused.
  public var error: Message?
  /// What happens when a value is refused.
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
