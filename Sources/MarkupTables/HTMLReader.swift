import Limits
import XMLStreams

/// Turns the events of a page into paragraphs and tables.
final class HTMLReader: HTMLHandler {
  var builder: MarkupBuilder
  private(set) var title = ""
  private(set) var generator: String?
  /// How many open elements hide what is in them, such as `script`.
  private var hidden = 0
  private var isInTitle = false

  init(limits: Limits) { builder = MarkupBuilder(limits: limits) }

  /// Pages nest inline elements without end: `font` in `font` in `span`, copied from word processors.
  static func parserLimits(_ limits: Limits) -> Limits {
    var limits = limits
    limits[.elementDepth] = min(limits[.elementDepth], .max / 8) * 8
    return limits
  }

  func startElement(_ name: String, attributes: [String: String]) throws {
    switch name {
    case "script", "style", "noscript", "template", "select", "textarea", "button", "svg",
      "iframe", "object":
      hidden += 1
    case "title": isInTitle = true
    case "meta" where attributes["name"]?.lowercased() == "generator":
      generator = attributes["content"]
    case "table": try builder.beginTable()
    case "tr": try builder.beginRow()
    case "td", "th":
      try builder.beginCell(
        columnSpan: Self.span(attributes["colspan"], atMost: 1_000),
        rowSpan: Self.span(attributes["rowspan"], atMost: 65_534))
    case "br", "hr": builder.endParagraph()
    case _ where Self.containers.contains(name): builder.beginContainer()
    case _ where Self.blocks.contains(name): builder.endParagraph()
    default: break
    }
  }

  func endElement(_ name: String) throws {
    switch name {
    case "script", "style", "noscript", "template", "select", "textarea", "button", "svg",
      "iframe", "object":
      hidden = max(0, hidden - 1)
    case "title": isInTitle = false
    case "table": try builder.endTable()
    case "td", "th": try builder.endCell()
    case _ where Self.containers.contains(name): builder.endContainer()
    case _ where Self.blocks.contains(name): builder.endParagraph()
    default: break
    }
  }

  func characters(_ text: String) throws {
    guard hidden == 0 else { return }
    if isInTitle { title += text } else { builder.append(Self.folded(text)) }
  }

  private static let containers: Set<String> = [
    "article", "aside", "body", "center", "div", "footer", "form", "header", "main", "nav",
    "section", "ul", "ol",
  ]

  private static let blocks: Set<String> = [
    "address", "blockquote", "caption", "dd", "dl", "dt", "fieldset", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "tbody", "tfoot", "thead", "option",
  ]

  /// A span as browsers take it: at least 1, clamped above (HTML Standard, 4.9.11).
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
