/// A value of a JSON text, with members in the order of the text and numbers as they were written.
///
/// Source: RFC 8259.
package enum JSONValue: Sendable, Hashable {
  /// One member of an object.
  package struct Member: Sendable, Hashable {
    /// The member's name.
    package let name: String
    /// Its value.
    package let value: JSONValue

    /// Makes a member.
    package init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// An object; no name occurs twice.
  case object([Member])
  /// An array.
  case array([JSONValue])
  /// A string.
  case string(String)
  /// A number, as its text, which RFC 8259's grammar allows.
  case number(String)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null

  /// The value of the member `name`, if this is an object that has it.
  ///
  /// - Complexity: O(*n*) in the number of members.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
