/// A property of a workbook that its user has named.
///
/// Source: ECMA-376-1:2016, 22.3.2.2 `property`.
public struct CustomProperty: Hashable, Sendable {
  /// What a property holds.
  public enum Value: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A whole number.
    case whole(Int32)
    /// A finite number.
    case number(Double)
    /// A truth value.
    case boolean(Bool)
  }

  /// The name, 1 to 255 UTF-16 units.
  public var name: String
  /// What the property holds.
  public var value: Value

  /// Makes a property.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// Makes a property that holds a text.
  public init(_ name: String, _ text: String) { self.init(name, .text(text)) }
}
