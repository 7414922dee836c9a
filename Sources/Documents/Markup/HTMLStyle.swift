/// The style of an element of a page, as far as it affects the displayed text.
struct HTMLStyle: Hashable {
  var isDisplayed: Bool?
  var isVisible: Bool?
  var hasFontSize: Bool?
  var isStruckOut: Bool?
  var isRaised: Bool?
  var isRightToLeft: Bool?
  var isOverridden: Bool?
  /// Whether it is moved off the page, or clipped to nothing.
  var isOffPage: Bool?
  /// The gap between its text and the text around it.
  var gap: Gap?

  /// The gap between two texts.
  enum Gap: Hashable {
    case none, space, line
  }

  /// Whether it has no properties.
  var isEmpty: Bool { self == HTMLStyle() }

  init() {}

  /// Parses declarations, such as those of the attribute `style`, and ignores irrelevant ones.
  ///
  /// Source: CSS 2.1, 4.1.8.
  init(declarations text: some StringProtocol) {
    for declaration in text.split(separator: ";") {
      let halves = declaration.split(separator: ":", maxSplits: 1)
      guard halves.count == 2 else { continue }
      let words = halves[1].lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "!" })
        .filter { $0 != "important" }
      guard let first = words.first else { continue }
      set(halves[0].trimmed.lowercased(), first, words)
    }
  }

  private mutating func set(_ name: String, _ first: Substring, _ words: [Substring]) {
    switch name {
    case "display":
      isDisplayed = first != "none"
      gap = first == "inline" ? Gap.none : first.hasPrefix("inline-") ? .space : .line
    case "float": if first != "none" { gap = .space }
    case "left", "top", "right", "bottom", "text-indent", "margin-left":
      if Self.isFar(first) {
        isOffPage = true
      } else if name == "margin-left" {
        leaveSpace(first)
      }
    case "margin-right", "padding-left", "padding-right": leaveSpace(first)
    case "clip": isOffPage = first.hasPrefix("rect(0") || first.hasPrefix("rect(1px")
    case "clip-path": isOffPage = first.hasPrefix("inset(50%") || first.hasPrefix("inset(100%")
    case "visibility": isVisible = first != "hidden" && first != "collapse"
    case "opacity": isVisible = !Self.isZero(first)
    case "color": if first == "transparent" { isVisible = false }
    case "font-size": hasFontSize = !Self.isZero(first)
    case "text-decoration", "text-decoration-line": isStruckOut = words.contains("line-through")
    case "vertical-align": isRaised = first == "super" || first == "sub"
    case "direction": isRightToLeft = first == "rtl"
    case "unicode-bidi": isOverridden = first.hasSuffix("override")
    default: break
    }
  }

  /// Whether a length is so far to the left or above that it is off any page.
  ///
  /// Word processors write small negative indents, such as `-10.5pt`.
  private static func isFar(_ length: Substring) -> Bool {
    guard length.hasPrefix("-") else { return false }
    let whole = length.dropFirst().prefix { $0.isASCII && $0.isNumber }
    return Int(whole).map { $0 >= (length.hasSuffix("em") ? 100 : 500) } ?? !whole.isEmpty
  }

  private mutating func leaveSpace(_ length: Substring) {
    if !length.hasPrefix("-"), !Self.isZero(length),
      length.first?.isNumber == true || length.hasPrefix(".")
    {
      gap = gap == .line ? .line : .space
    }
  }

  /// Whether a length or number is zero, whatever its unit.
  private static func isZero(_ value: Substring) -> Bool {
    let digits = value.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "+") }
    return digits.contains("0") && digits.allSatisfy { $0 == "0" || $0 == "." || $0 == "+" }
  }

  /// Overrides its properties with those of `other`, which takes precedence.
  mutating func merge(_ other: HTMLStyle) {
    isDisplayed = other.isDisplayed ?? isDisplayed
    isVisible = other.isVisible ?? isVisible
    hasFontSize = other.hasFontSize ?? hasFontSize
    isStruckOut = other.isStruckOut ?? isStruckOut
    isRaised = other.isRaised ?? isRaised
    isRightToLeft = other.isRightToLeft ?? isRightToLeft
    isOverridden = other.isOverridden ?? isOverridden
    isOffPage = other.isOffPage ?? isOffPage
    gap = other.gap ?? gap
  }
}

extension StringProtocol {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    let isSpace = { (character: Character) in character.isWhitespace }
    let start = drop(while: isSpace)
    guard let last = start.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(start[...last])
  }
}
