/// The rules of a page's `<style>` elements that affect the displayed text.
///
/// Selectors of names, classes and identifiers with descendant combinators are supported; rules with other
/// selectors, and the content of at-rules, are ignored.
struct HTMLStyleSheet {
  /// The conditions of a selector for one element.
  struct Compound: Hashable {
    var name: Substring?
    var id: Substring?
    var classes: [Substring] = []

    func matches(_ element: HTMLElement) -> Bool {
      (name == nil || name.map(String.init) == element.name)
        && (id == nil || id.map(String.init) == element.id)
        && classes.allSatisfy { element.classes.contains($0) }
    }
  }

  private struct Rule {
    /// The compounds from the outermost to the element's own.
    var selector: [Compound]
    var style: HTMLStyle
    /// Its precedence; of equal rules the later one takes precedence.
    var weight: [Int]
  }

  /// The rules by what the element itself must have: `#id`, `.class` or a name.
  private var rules: [String: [Rule]] = [:]
  private var count = 0
  /// The remaining number of comparisons with outer elements: more than any page needs that is not made to be
  /// slow.
  private var budget = 10_000_000

  /// The most rules for one name, class or identifier; pages have some dozens of relevant rules in all.
  private static let ruleBound = 32

  /// Reads all style sheets of a page.
  init(page: [UInt8]) {
    for sheet in Self.sheets(of: page) { read(sheet) }
  }

  /// The style of `element`, which is inside the elements `outer`.
  mutating func style(
    of element: HTMLElement, in outer: some BidirectionalCollection<HTMLElement>
  ) -> HTMLStyle {
    guard !rules.isEmpty else { return HTMLStyle() }
    var keys = element.classes.map { "." + $0 }
    keys.append(element.name)
    if let id = element.id { keys.append("#" + id) }
    var found: [Rule] = []
    for key in keys {
      for rule in rules[key] ?? [] where matches(rule.selector, element, outer) {
        found.append(rule)
      }
    }
    found.sort { $0.weight.lexicographicallyPrecedes($1.weight) }
    var style = HTMLStyle()
    for rule in found { style.merge(rule.style) }
    return style
  }

  private mutating func matches(
    _ selector: [Compound], _ element: HTMLElement,
    _ outer: some BidirectionalCollection<HTMLElement>
  ) -> Bool {
    guard let last = selector.last, last.matches(element) else { return false }
    var rest = selector.dropLast()
    guard !rest.isEmpty else { return true }
    for element in outer.reversed() {
      budget -= 1
      guard budget > 0 else { return false }
      guard let next = rest.last else { return true }
      if next.matches(element) { rest.removeLast() }
    }
    return rest.isEmpty
  }

  /// The texts of the `<style>` elements.
  private static func sheets(of page: [UInt8]) -> [String] {
    var sheets: [String] = []
    var start = 0
    while let tag = index(of: "<style", in: page, from: start),
      let open = page[tag...].firstIndex(of: UInt8(ascii: ">"))
    {
      let end = index(of: "</style", in: page, from: open) ?? page.count
      sheets.append(String(decoding: page[(open + 1)..<max(open + 1, end)], as: UTF8.self))
      start = end
    }
    return sheets
  }

  /// The first offset from `start` on at which the page contains `key`, in upper or lower case.
  private static func index(of key: String, in page: [UInt8], from start: Int) -> Int? {
    let key = Array(key.utf8)
    var place = start
    while let found = page[place...].firstIndex(of: key[0]), page.count - found >= key.count {
      if zip(page[found...], key).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return found }
      place = found + 1
    }
    return nil
  }

  private mutating func read(_ sheet: String) {
    var rest = Self.withoutComments(sheet)[...]
    while let open = rest.firstIndex(of: "{") {
      let prelude = rest[..<open]
      var depth = 1
      var end = rest.index(after: open)
      let body = end
      while end < rest.endIndex, depth > 0 {
        if rest[end] == "{" { depth += 1 } else if rest[end] == "}" { depth -= 1 }
        end = rest.index(after: end)
      }
      let declarations = rest[body..<(depth == 0 ? rest.index(before: end) : end)]
      rest = rest[end...]
      let selectors = prelude.split(separator: ";").last ?? prelude
      guard !selectors.contains("@"), !declarations.contains("{") else { continue }
      let style = HTMLStyle(declarations: declarations)
      guard !style.isEmpty else { continue }
      for selector in selectors.split(separator: ",") { add(selector, style) }
    }
  }

  private mutating func add(_ text: Substring, _ style: HTMLStyle) {
    let words = text.split(whereSeparator: { $0.isWhitespace })
    let selector = words.compactMap { Self.compound($0) }
    guard let last = selector.last, selector.count == words.count else {
      return
    }
    count += 1
    let weight = [
      selector.count { $0.id != nil }, selector.reduce(0) { $0 + $1.classes.count },
      selector.count { $0.name != nil }, count,
    ]
    let key =
      last.id.map { "#" + $0 } ?? last.classes.first.map { "." + $0 } ?? last.name.map(String.init)
    guard let key, rules[key, default: []].count < Self.ruleBound else { return }
    rules[key, default: []].append(
      Rule(selector: selector, style: style, weight: weight))
  }

  /// Parses a name, classes and an identifier without combinators; nil for any other selector.
  private static func compound(_ text: Substring) -> Compound? {
    var compound = Compound()
    var rest = text
    var sign: Character?
    while !rest.isEmpty {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      guard !word.isEmpty || sign == nil else { return nil }
      switch sign {
      case nil: compound.name = word.isEmpty ? nil : Substring(word.lowercased())
      case ".": compound.classes.append(word)
      default: compound.id = word
      }
      rest = rest[word.endIndex...]
      sign = rest.popFirst()
      guard sign == nil || sign == "." || sign == "#" else { return nil }
      if sign != nil, rest.isEmpty { return nil }
    }
    return compound
  }

  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...].firstRange(of: "*/").map { rest[$0.upperBound...] } ?? ""
    }
    return result + rest
  }
}

/// An open element of a page, as style sheets select it.
struct HTMLElement {
  var name: String
  var id: String?
  var classes: [Substring]

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    id = attributes["id"]
    classes = attributes["class"]?.split(whereSeparator: { $0.isWhitespace }) ?? []
  }
}
