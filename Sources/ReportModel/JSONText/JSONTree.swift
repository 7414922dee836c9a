/// A JSON value being built, with its members in order.
package indirect enum JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral
{
  /// An object.
  case object([(String, JSONTree)])
  /// An array.
  case array([JSONTree])
  /// A string.
  case string(String)
  /// A number or literal as it is written.
  case raw(String)

  /// Makes an object.
  package init(dictionaryLiteral elements: (String, JSONTree)...) { self = .object(elements) }
  /// Makes an array.
  package init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  /// Makes a string.
  package init(stringLiteral value: String) { self = .string(value) }

  /// A whole number, `null` for none.
  package static func integer(_ number: Int?) -> JSONTree {
    .raw(number.map(String.init) ?? "null")
  }

  /// A string, `null` for none.
  package static func optional(_ text: String?) -> JSONTree { text.map(string) ?? .raw("null") }

  /// A truth value.
  package static func boolean(_ value: Bool) -> JSONTree { .raw(value ? "true" : "false") }

  /// The text, indented by two spaces, without a line break at the end.
  package var indented: String {
    var json = JSONWriter()
    write(to: &json, depth: 0)
    return json.text
  }

  /// The text in one line, without a line break.
  package var line: String {
    var json = JSONWriter()
    write(to: &json, depth: nil)
    return json.text
  }

  /// Writes the value; without a depth, all in one line.
  private func write(to json: inout JSONWriter, depth: Int?) {
    switch self {
    case .object(let members):
      json.raw("{")
      for (index, member) in members.enumerated() {
        json.raw(index > 0 ? "," : "")
        Self.breakLine(&json, depth: depth.map { $0 + 1 })
        json.name(member.0, isSpaced: depth != nil)
        member.1.write(to: &json, depth: depth.map { $0 + 1 })
      }
      if !members.isEmpty { Self.breakLine(&json, depth: depth) }
      json.raw("}")
    case .array(let elements):
      json.raw("[")
      for (index, element) in elements.enumerated() {
        json.raw(index > 0 ? "," : "")
        Self.breakLine(&json, depth: depth.map { $0 + 1 })
        element.write(to: &json, depth: depth.map { $0 + 1 })
      }
      if !elements.isEmpty { Self.breakLine(&json, depth: depth) }
      json.raw("]")
    case .string(let text): json.string(text)
    case .raw(let text): json.raw(text)
    }
  }

  private static func breakLine(_ json: inout JSONWriter, depth: Int?) {
    guard let depth else { return }
    json.raw("\n" + String(repeating: "  ", count: depth))
  }
}
