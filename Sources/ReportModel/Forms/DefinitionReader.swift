import Diagnostics

/// Reads the members of a definition's JSON, and collects problems instead of stopping at the first.
struct DefinitionReader {
  /// The problems so far.
  private(set) var problems: [FormProblem] = []

  /// An object being read, with its position.
  struct Object {
    let value: JSONValue
    let place: DefinitionPlace

    func place(of name: String) -> DefinitionPlace { .member(place, name) }
  }

  mutating func report(_ place: DefinitionPlace, zh: String, en: String) {
    problems.append(FormProblem(path: place.path, problem: Phrase(zh: zh, en: en)))
  }

  /// The object at `place`, if `value` is one; a member that is not `known` is a problem.
  mutating func object(_ value: JSONValue, at place: DefinitionPlace, known: [String]) -> Object? {
    guard case .object(let members) = value else {
      wrongType(place, zh: "对象", en: "an object")
      return nil
    }
    let object = Object(value: value, place: place)
    for member in members where !known.contains(member.name) {
      report(
        object.place(of: member.name), zh: "未知成员；可用的有：\(known.joined(separator: "、"))",
        en: "unknown member; known are: \(known.joined(separator: ", "))")
    }
    return object
  }

  /// A required text that must not be empty.
  mutating func text(_ name: String, of object: Object) -> String {
    guard object.value[name] != nil else {
      missing(object.place(of: name))
      return ""
    }
    return optionalText(name, of: object) ?? ""
  }

  /// An optional text; an empty one is a problem.
  mutating func optionalText(_ name: String, of object: Object) -> String? {
    guard let value = object.value[name] else { return nil }
    return text(value, at: object.place(of: name))
  }

  /// The texts of an optional array.
  mutating func optionalTexts(_ name: String, of object: Object) -> [String]? {
    guard object.value[name] != nil else { return nil }
    return elements(name, of: object) { reader, value, place in reader.text(value, at: place) }
  }

  /// The texts of a required array that must not be empty.
  mutating func texts(_ name: String, of object: Object) -> [String] {
    let texts = required(name, of: object) { reader, value, place in reader.text(value, at: place) }
    return texts
  }

  /// The elements of a required array that must not be empty.
  mutating func required<Element>(
    _ name: String, of object: Object,
    read: (inout DefinitionReader, JSONValue, DefinitionPlace) -> Element?
  ) -> [Element] {
    switch object.value[name] {
    case nil: missing(object.place(of: name))
    case .array([]):
      report(object.place(of: name), zh: "不能为空", en: "must not be empty")
    default: return elements(name, of: object, read: read)
    }
    return []
  }

  /// The elements of an optional array.
  mutating func elements<Element>(
    _ name: String, of object: Object,
    read: (inout DefinitionReader, JSONValue, DefinitionPlace) -> Element?
  ) -> [Element] {
    let place = object.place(of: name)
    switch object.value[name] {
    case nil: return []
    case .array(let values):
      return values.enumerated().compactMap { index, value in
        read(&self, value, .element(place, index))
      }
    default:
      wrongType(place, zh: "数组", en: "an array")
      return []
    }
  }

  /// An optional whole number.
  mutating func optionalInteger(_ name: String, of object: Object) -> Int? {
    guard let value = object.value[name] else { return nil }
    guard case .number(let digits) = value, let number = Int(digits) else {
      wrongType(object.place(of: name), zh: "整数", en: "a whole number")
      return nil
    }
    return number
  }

  /// An optional truth value.
  mutating func optionalBoolean(_ name: String, of object: Object) -> Bool? {
    guard let value = object.value[name] else { return nil }
    guard case .boolean(let truth) = value else {
      wrongType(object.place(of: name), zh: "true 或 false", en: "true or false")
      return nil
    }
    return truth
  }

  /// One of the words of an enumeration.
  mutating func word<Word>(_ name: String, of object: Object) -> Word?
  where Word: RawRepresentable<String> & CaseIterable {
    let text = text(name, of: object)
    guard !text.isEmpty else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    report(
      object.place(of: name), zh: "“\(text)”不可用；应为 \(words.joined(separator: "、")) 之一",
      en: "“\(text)” is unknown; it must be one of \(words.joined(separator: ", "))")
    return nil
  }

  /// A text in both languages.
  mutating func phrase(_ name: String, of object: Object) -> Phrase {
    guard let value = object.value[name] else {
      missing(object.place(of: name))
      return Phrase(zh: "", en: "")
    }
    guard let phrase = self.object(value, at: object.place(of: name), known: ["zh", "en"]) else {
      return Phrase(zh: "", en: "")
    }
    return Phrase(zh: text("zh", of: phrase), en: text("en", of: phrase))
  }

  /// The terms of a required array that must not be empty.
  mutating func terms(_ name: String, of object: Object) -> [RelationTerm] {
    guard let value = object.value[name] else {
      missing(object.place(of: name))
      return []
    }
    return terms(value, at: object.place(of: name))
  }

  /// The terms of an array that must not be empty.
  mutating func terms(_ value: JSONValue, at place: DefinitionPlace) -> [RelationTerm] {
    guard case .array(let values) = value else {
      wrongType(place, zh: "数组", en: "an array")
      return []
    }
    if values.isEmpty { report(place, zh: "不能为空", en: "must not be empty") }
    return values.enumerated().compactMap { index, value in
      let place = DefinitionPlace.element(place, index)
      guard let text = text(value, at: place) else { return nil }
      let term = RelationTerm(text)
      if term == nil {
        report(
          place, zh: "“\(text)”不是可用的项；应写作 编号、-编号、系数*编号 或 previous.编号，编号中可用 *",
          en: """
            “\(text)” is no term; write ID, -ID, FACTOR*ID or previous.ID, with * in the ID for any \
            run of characters
            """)
      }
      return term
    }
  }

  private mutating func text(
    _ value: JSONValue, at place: @autoclosure () -> DefinitionPlace
  ) -> String? {
    guard case .string(let text) = value else {
      wrongType(place(), zh: "字符串", en: "a string")
      return nil
    }
    let holdsInk = text.unicodeScalars.contains { scalar in
      // Letters need no look-up of Unicode properties
      0x21...0x7E ~= scalar.value || 0x4E00...0x9FFF ~= scalar.value
        || !scalar.properties.isWhitespace
    }
    if !holdsInk {
      report(place(), zh: "不能是空字符串", en: "must not be an empty string")
      return nil
    }
    return text
  }

  private mutating func missing(_ place: DefinitionPlace) {
    report(place, zh: "缺少该成员", en: "the member is missing")
  }

  private mutating func wrongType(_ place: DefinitionPlace, zh: String, en: String) {
    report(place, zh: "类型不对，应为\(zh)", en: "wrong type, expected \(en)")
  }
}
