/// A custom property of a document.
///
/// Source: ECMA-376-1:2016, 22.3.
package struct CustomProperty: Sendable, Hashable {
  /// Its name.
  package let name: String
  /// Its value as written.
  package let value: String
  /// The variant type of the value, such as `lpwstr`, `i4` or `bool` (22.4).
  package let type: String

  /// Makes a property; the default type is text.
  package init(name: String, value: String, type: String = "lpwstr") {
    self.name = name
    self.value = value
    self.type = type
  }
}
