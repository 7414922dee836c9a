/// Paragraphs out of lines that a page's width has broken.
enum Paragraphs {
  /// Joins lines to paragraphs.
  ///
  /// A line that is indented more than the text around it starts a paragraph, and so does the line behind a short one or behind one that ends
  /// a sentence well before the text's width. Empty lines say nothing: the text of a PDF has them
  /// between any two lines.
  static func join(_ lines: [Substring]) -> [String] {
    let width = lines.filter(isProse).map { columns($0) }.max() ?? 0
    var paragraphs: [String] = []
    var lastWidth = 0
    var lastIndent = 0
    var isContinued = false
    for line in lines where !TextLines.isPageNumber(line) {
      guard let first = line.firstIndex(where: { !$0.isWhitespace }),
        let last = line.lastIndex(where: { !$0.isWhitespace })
      else { continue }
      let indent = columns(line[..<first])
      let text = String(line[first...last])
      let isFlush = indent < 2 || indent < lastIndent || indent == lastIndent && isContinued
      let isText = isProse(line)
      let joins =
        isFlush && isText && lastWidth * 10 >= width * 8 && !startsHeading(text)
        && !paragraphs.isEmpty
      if joins, let open = paragraphs.indices.last {
        paragraphs[open] += separator(paragraphs[open], text) + text
      } else {
        paragraphs.append(text)
      }
      lastWidth = isText ? columns(line[...last]) : 0
      lastIndent = indent
      isContinued = joins
    }
    return paragraphs
  }

  /// How many bytes a line of a table has at most; what is longer is a whole paragraph.
  private static let longest = 4_096

  /// Whether the line is one piece of text near the left margin, as no row of a table is.
  private static func isProse(_ line: Substring) -> Bool {
    let indent = line.prefix { $0.isWhitespace }
    guard line.utf8.count <= longest else { return true }
    return columns(indent) <= 12 && LineFields.split(line).count == 1
  }

  /// Two words of Latin letters or digits need a space between them; Chinese text needs none.
  private static func separator(_ left: String, _ right: String) -> String {
    guard let end = left.unicodeScalars.last, let start = right.unicodeScalars.first else {
      return ""
    }
    return end.isASCII && start.isASCII && end.properties.isAlphabetic
      && start.properties.isAlphabetic ? " " : ""
  }

  /// Whether the text begins as a numbered heading does: `一、`, `⼀、` or `（一）`.
  private static func startsHeading(_ text: String) -> Bool {
    let numerals = "一二三四五六七八九十⼀⼆⼋⼗"
    var rest = Substring(text)
    let bracketed = rest.first == "（" || rest.first == "("
    if bracketed { rest = rest.dropFirst() }
    guard let numeral = rest.first, numerals.contains(numeral) else { return false }
    rest = rest.drop { numerals.contains($0) }
    return bracketed ? rest.first == "）" || rest.first == ")" : rest.first == "、"
  }

  /// How many columns the text takes; a wide character takes two.
  private static func columns(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }
}
