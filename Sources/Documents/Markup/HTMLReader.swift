import Diagnostics
import XMLStreams

/// Turns the events of a page into paragraphs and tables.
final class HTMLReader: HTMLHandler {
  var builder: MarkupBuilder
  private(set) var title = ""
  private(set) var generator: String?
  private var looks: HTMLLooks
  /// The list whose options are being read.
  private var selection: HTMLSelection?
  private var isInTitle = false

  init(limits: Limits, styles: HTMLStyleSheet) {
    builder = MarkupBuilder(limits: limits)
    looks = HTMLLooks(styles)
  }

  /// Pages nest inline elements deeply: `font` in `font` in `span`, copied from word processors.
  static func parserLimits(_ limits: Limits) -> Limits {
    var limits = limits
    limits[.elementDepth] = min(limits[.elementDepth], .max / 8) * 8
    return limits
  }

  func startElement(_ name: String, attributes: [String: String]) throws {
    let begins = looks.open(name, attributes)
    if begins { builder.append(Self.override, looks.look.intersection(.hidden)) }
    switch name {
    case "title": isInTitle = builder.isOutside
    case "meta" where attributes["name"]?.lowercased() == "generator":
      generator = attributes["content"]
    case "select": selection = HTMLSelection(attributes)
    case "option": selection?.beginOption(attributes)
    case "input": append(Self.text(ofInput: attributes))
    case "td", "th", "tr", "table":
      if !looks.isLeftOut { try startTableElement(name, attributes) }
    case "br", "hr": builder.endParagraph()
    case _ where Self.containers.contains(name): builder.beginContainer()
    case _ where Self.blocks.contains(name): builder.endParagraph()
    default: leave(looks.gap)
    }
  }

  private func leave(_ gap: HTMLStyle.Gap) {
    switch gap {
    case .none: break
    case .space: builder.append(" ")
    case .line: builder.endParagraph()
    }
  }

  private func startTableElement(_ name: String, _ attributes: [String: String]) throws {
    switch name {
    case "table": try builder.beginTable()
    case "tr": try builder.beginRow()
    default:
      try builder.beginCell(
        columnSpan: Self.span(attributes["colspan"], atMost: 1_000),
        rowSpan: Self.span(attributes["rowspan"], atMost: 65_534))
    }
  }

  func endElement(_ name: String) throws {
    let isLeftOut = looks.isLeftOut
    let (look, gap) = (looks.look, looks.gap)
    if looks.close(name) { builder.append(Self.overrideEnd, look.intersection(.hidden)) }
    switch name {
    case "title": isInTitle = false
    case "select":
      let shown = selection?.shown ?? ""
      let isList = selection?.showsList == true
      selection = nil
      append(shown, isList ? look.union(.unclear) : look)
    case "table": if !isLeftOut { try builder.endTable() }
    case "td", "th": if !isLeftOut { try builder.endCell() }
    case _ where Self.containers.contains(name): builder.endContainer()
    case _ where Self.blocks.contains(name): builder.endParagraph()
    default: leave(gap)
    }
  }

  func characters(_ text: String) throws {
    if isInTitle {
      title += text
    } else if selection != nil {
      selection?.append(Self.folded(text))
    } else {
      append(text)
    }
  }

  private func append(_ text: String, _ look: TextLook? = nil) {
    builder.append(Self.folded(text), look ?? looks.look)
  }

  /// The displayed text of a control without content.
  private static func text(ofInput attributes: [String: String]) -> String {
    switch attributes["type"]?.lowercased() ?? "text" {
    case "hidden", "checkbox", "radio", "file", "image", "range", "color", "password", "submit",
      "reset", "button":
      ""
    default: attributes["value"] ?? ""
    }
  }

  /// RIGHT-TO-LEFT OVERRIDE and POP DIRECTIONAL FORMATTING.
  private static let (override, overrideEnd) = ("\u{202E}", "\u{202C}")

  private static let containers: Set<String> = [
    "article", "aside", "body", "center", "div", "footer", "form", "header", "main", "nav",
    "section", "ul", "ol",
  ]

  private static let blocks: Set<String> = [
    "address", "blockquote", "caption", "dd", "dl", "dt", "fieldset", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "tbody", "tfoot", "thead", "option",
  ]

  /// A span as browsers read it: at least 1, at most `bound` (HTML Standard, 4.9.11).
  private static func span(_ text: String?, atMost bound: Int) -> Int {
    guard let text else { return 1 }
    let digits = text.drop { $0.isWhitespace }.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return 1 }
    guard let value = Int(digits) else { return bound }
    return min(max(value, 1), bound)
  }

  /// White space of a page's source is one space; a no-break space is kept as a space.
  private static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    var wasSpace = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar.value <= 0x20 || scalar.value == 0xA0
      if !isSpace { folded.append(scalar) } else if !wasSpace { folded.append(" ") }
      wasSpace = isSpace
    }
    return String(folded)
  }
}
