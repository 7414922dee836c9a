/// A rule for the values that users can enter in cells.
///
/// Source: ECMA-376-1:2016, 18.3.1.32 `dataValidation`.
public struct DataValidation: Hashable, Sendable {
  /// The cells to which it applies.
  public var ranges: [CellRange]
  /// The kind of value, such as `whole`, `decimal`, `list`; `none` for any.
  public var type: String
  /// The comparison, such as `between` or `greaterThanOrEqual`.
  public var comparison: String
  /// The first bound, or the list.
  public var formula1: String
  /// The second bound of `between` and `notBetween`.
  public var formula2: String
  /// Whether the cell may be left empty.
  public var allowsBlank: Bool
  /// The text shown next to the cell.
  public var prompt: String
  /// The text shown when a value is rejected.
  public var errorMessage: String

  /// Makes a rule.
  public init(
    ranges: [CellRange], type: String, comparison: String = "between", formula1: String = "",
    formula2: String = "", allowsBlank: Bool = false, prompt: String = "",
    errorMessage: String = ""
  ) {
    self.ranges = ranges
    self.type = type
    self.comparison = comparison
    self.formula1 = formula1
    self.formula2 = formula2
    self.allowsBlank = allowsBlank
    self.prompt = prompt
    self.errorMessage = errorMessage
  }
}
