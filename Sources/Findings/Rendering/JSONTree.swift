import JSONText

/// A JSON value being built, with its members in order.
indirect enum JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral
{
  case object([(String, JSONTree)])
  case array([JSONTree])
  case string(String)
  /// A number or literal as it is written.
  case raw(String)

  init(dictionaryLiteral elements: (String, JSONTree)...) { self = .object(elements) }
  init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  init(stringLiteral value: String) { self = .string(value) }

  /// The text, indented by two spaces.
  var indented: String {
    var json = JSONWriter()
    write(to: &json, depth: 0)
    return json.text
  }

  private func write(to json: inout JSONWriter, depth: Int) {
    let margin = "\n" + String(repeating: "  ", count: depth + 1)
    switch self {
    case .object(let members):
      json.raw("{")
      for (index, member) in members.enumerated() {
        json.raw(index > 0 ? ",\(margin)" : margin)
        json.name(member.0, isSpaced: true)
        member.1.write(to: &json, depth: depth + 1)
      }
      json.raw(members.isEmpty ? "}" : String(margin.dropLast(2)) + "}")
    case .array(let elements):
      json.raw("[")
      for (index, element) in elements.enumerated() {
        json.raw(index > 0 ? ",\(margin)" : margin)
        element.write(to: &json, depth: depth + 1)
      }
      json.raw(elements.isEmpty ? "]" : String(margin.dropLast(2)) + "]")
    case .string(let text): json.string(text)
    case .raw(let text): json.raw(text)
    }
  }
}
