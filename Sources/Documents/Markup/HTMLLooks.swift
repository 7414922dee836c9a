/// The looks of the text in the open elements of a page.
struct HTMLLooks {
  /// An open element.
  private struct Frame {
    var element: HTMLElement
    /// Whether it and its content are omitted.
    var isLeftOut = false
    /// Whether it is invisible, which an element inside may change.
    var isInvisible = false
    var hasNoSize = false
    /// The look of its text otherwise.
    var look: TextLook = []
    var isRightToLeft = false
    /// Whether its characters are displayed from right to left, whatever they are.
    var isReversed = false
    /// Whether only its summary is displayed.
    var isClosed = false
    /// The gap around it.
    var gap = HTMLStyle.Gap.none
  }

  private var frames: [Frame] = []
  private var sheet: HTMLStyleSheet

  init(_ sheet: HTMLStyleSheet) { self.sheet = sheet }

  /// The look of the innermost element's text.
  var look: TextLook {
    guard let frame = frames.last else { return [] }
    let isHidden = frame.isLeftOut || frame.isInvisible || frame.hasNoSize || frame.isClosed
    return isHidden ? frame.look.union(.hidden) : frame.look
  }

  /// Whether the innermost element and its content are omitted.
  var isLeftOut: Bool { frames.last.map { $0.isLeftOut || $0.isClosed } ?? false }

  /// The gap between the innermost element's text and the text around it.
  var gap: HTMLStyle.Gap { frames.last?.gap ?? .none }

  /// Opens an element; returns true if its characters are displayed in reverse order and those around it are
  /// not.
  mutating func open(_ name: String, _ attributes: [String: String]) -> Bool {
    let element = HTMLElement(name, attributes)
    let outer = frames.last
    var frame = Frame(element: element)
    if let outer {
      frame.isLeftOut = outer.isLeftOut || outer.isClosed && name != "summary"
      (frame.isInvisible, frame.hasNoSize) = (outer.isInvisible, outer.hasNoSize)
      (frame.look, frame.isRightToLeft) = (outer.look, outer.isRightToLeft)
      frame.isReversed = outer.isReversed
    }
    if Self.leftOut.contains(name) || attributes["hidden"] != nil { frame.isLeftOut = true }
    frame.isClosed = name == "details" && attributes["open"] == nil
    if name == "dialog", attributes["open"] == nil { frame.isLeftOut = true }
    frame.look.formUnion(Self.looks[name] ?? [])
    if Self.isRaisedInFormula(name) { frame.look.insert(.unclear) }
    if let direction = attributes["dir"] { frame.isRightToLeft = direction.lowercased() == "rtl" }
    var style = sheet.style(of: element, in: frames.lazy.map(\.element))
    if let own = attributes["style"] { style.merge(HTMLStyle(declarations: own)) }
    apply(style, to: &frame)
    if name == "bdo" { frame.isReversed = frame.isRightToLeft }
    frames.append(frame)
    return frame.isReversed && outer?.isReversed != true
  }

  private func apply(_ style: HTMLStyle, to frame: inout Frame) {
    guard !style.isEmpty else { return }
    if let isDisplayed = style.isDisplayed {
      // The style property `display` takes precedence over the attribute `hidden`.
      if !isDisplayed {
        frame.isLeftOut = true
      } else if !Self.leftOut.contains(frame.element.name), frames.last?.isLeftOut != true {
        frame.isLeftOut = false
      }
    }
    if let isVisible = style.isVisible { frame.isInvisible = !isVisible }
    if let hasSize = style.hasFontSize { frame.hasNoSize = !hasSize }
    if style.isOffPage == true { frame.isInvisible = true }
    if let gap = style.gap, Self.inline.contains(frame.element.name) { frame.gap = gap }
    if style.isStruckOut == true { frame.look.insert(.struckOut) }
    if let isRaised = style.isRaised, frame.element.name != "td", frame.element.name != "th" {
      // `baseline` takes nothing back: style sheets that set it for `sup` raise that in another way.
      if isRaised { frame.look.insert(.raised) }
    }
    if let isRightToLeft = style.isRightToLeft { frame.isRightToLeft = isRightToLeft }
    if style.isOverridden == true { frame.isReversed = frame.isRightToLeft }
  }

  /// Closes an element; returns true if that ends the reverse order that ``open(_:_:)`` reported.
  mutating func close(_ name: String) -> Bool {
    guard let place = frames.lastIndex(where: { $0.element.name == name }) else { return false }
    let isReversed = frames[place].isReversed
    let isOuter = place > 0 && frames[place - 1].isReversed
    frames.removeSubrange(place...)
    return isReversed && !isOuter
  }

  /// Elements that browsers do not display, at least not as text.
  private static let leftOut: Set<String> = [
    "script", "style", "noscript", "template", "iframe", "object", "datalist", "rp", "audio",
    "title",
    "video", "canvas", "defs", "desc", "metadata", "annotation", "annotation-xml", "noframes",
  ]

  /// Elements whose text continues the line, unless their style changes it.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "ins", "label", "mark", "small",
    "span", "strong", "sub", "sup", "tt", "u",
  ]

  private static let looks: [String: TextLook] = [
    "del": .struckOut, "s": .struckOut, "strike": .struckOut, "sup": .raised, "sub": .raised,
    "rt": .raised, "rtc": .raised, "button": .control,
  ]

  /// Whether a formula's element places its parts above, below or beside each other.
  private static func isRaisedInFormula(_ name: String) -> Bool {
    switch name {
    case "msup", "msub", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mfrac",
      "mroot", "msqrt", "mtable":
      true
    default: false
    }
  }
}
