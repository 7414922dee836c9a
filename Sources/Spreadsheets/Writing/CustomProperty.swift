/// A custom property of a workbook.
///
/// Source: ECMA-376-1:2016, 22.3.2.2 `property`.
public struct CustomProperty: Hashable, Sendable {
  /// The value of a property.
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

  /// The name, of 1 to 255 UTF-16 code units.
  public var name: String
  /// The value of the property.
  public var value: Value

  /// Makes a property.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// Makes a property with a text.
  public init(_ name: String, _ text: String) { self.init(name, .text(text)) }
}
