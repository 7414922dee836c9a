/// Joins lines that were broken at a page's width.
enum Paragraphs {
  /// Joins lines to paragraphs.
  ///
  /// A line that is indented more than the text around it starts a paragraph, and so does the line after one
  /// that ends well before the text's width. Empty lines are ignored: the text of a PDF has them between any
  /// two lines.
  static func join(_ lines: [TextLine]) -> [String] {
    let width = lines.lazy.filter(\.isProse).map(\.width).max() ?? 0
    var paragraphs: [String] = []
    var last: TextLine?
    var isContinued = false
    for line in lines where !line.text.isEmpty {
      let indent = last?.indent ?? 0
      let isFlush = line.indent < 2 || line.indent < indent || line.indent == indent && isContinued
      let isBehindFullLine = last.map { $0.isProse && $0.textWidth * 10 >= width * 8 } ?? false
      isContinued = isFlush && line.isProse && isBehindFullLine && !startsHeading(line.text)
      if isContinued, let open = paragraphs.indices.last {
        paragraphs[open] += separator(paragraphs[open], line.text) + line.text
      } else {
        paragraphs.append(String(line.text))
      }
      last = line
    }
    return paragraphs
  }

  /// The separator of two joined texts: a space between Latin letters or digits, nothing in Chinese text.
  private static func separator(_ left: String, _ right: Substring) -> String {
    guard let end = left.unicodeScalars.last, let start = right.unicodeScalars.first else {
      return ""
    }
    return end.isASCII && start.isASCII && end.properties.isAlphabetic
      && start.properties.isAlphabetic ? " " : ""
  }

  /// Whether the text begins like a numbered heading: `一、`, `⼀、` or `（一）`.
  private static func startsHeading(_ text: Substring) -> Bool {
    let numerals = "一二三四五六七八九十⼀⼆⼋⼗".unicodeScalars
    var rest = text.unicodeScalars
    let bracketed = rest.first == "（" || rest.first == "("
    if bracketed { rest = rest.dropFirst() }
    guard let numeral = rest.first, numerals.contains(numeral) else { return false }
    rest = rest.drop { numerals.contains($0) }
    return bracketed ? rest.first == "）" || rest.first == ")" : rest.first == "、"
  }
}
