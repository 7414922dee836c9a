/// One line of a text with its layout.
///
/// Widths are in columns; a wide character has two.
struct TextLine {
  /// The line without the white space at its ends.
  let text: Substring
  /// The width of the white space before the text.
  let indent: Int
  /// The width of the whole line.
  let width: Int
  /// The width of the line up to the text's end.
  let textWidth: Int
  /// Whether the line is one piece of text near the left margin, unlike a row of a table.
  let isProse: Bool

  /// The most bytes of a line of a table; a longer line is a whole paragraph.
  private static let longest = 4_096

  /// Makes a line in which `fields` fields were found.
  init(_ line: Substring, fields: Int) {
    let text = line.unicodeScalars.trimmed
    let end = text.isEmpty ? line.endIndex : text.endIndex
    self.text = Substring(text)
    indent = Self.columns(line.unicodeScalars[..<(text.isEmpty ? end : text.startIndex)])
    textWidth = indent + Self.columns(text)
    width = textWidth + Self.columns(line.unicodeScalars[end...])
    isProse = line.utf8.count > Self.longest || indent <= 12 && fields == 1
  }

  private static func columns(_ text: Scalars) -> Int {
    text.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
  }
}
