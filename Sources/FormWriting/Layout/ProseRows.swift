/// Splits prose into the texts of cells.
package enum ProseRows {
  /// One cell of prose.
  package struct Row: Hashable, Sendable {
    /// The text.
    package var text: String
    /// Whether it continues the line of the row before.
    package var continues: Bool

    /// A row without text.
    package static let empty = Row(text: "", continues: false)
  }

  /// The most UTF-16 units that a cell holds.
  ///
  /// Source: Excel's specifications and limits, total number of characters that a cell can contain.
  package static let mostUnits = 32_767

  /// A row for each line of `prose`, several for a line that is too long for a cell; none for empty prose.
  package static func rows(of prose: String) -> [Row] {
    guard !prose.isEmpty else { return [] }
    return prose.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      chunks(of: String(line)).enumerated().map { Row(text: $1, continues: $0 > 0) }
    }
  }

  /// `text` in pieces that fit a cell; one even for an empty text.
  ///
  /// A piece ends between two characters and, if possible, not next to white space, which readers trim.
  package static func chunks(of text: String) -> [String] {
    var chunks: [String] = []
    var rest = text[...]
    while rest.utf16.count > mostUnits {
      let cut = cut(of: rest)
      chunks.append(String(rest[..<cut]))
      rest = rest[cut...]
    }
    chunks.append(String(rest))
    return chunks
  }

  /// The index at which a text that is too long is split.
  private static func cut(of text: Substring) -> Substring.Index {
    let limit = text.utf16.index(text.startIndex, offsetBy: mostUnits)
    var cut = limit
    while cut > text.startIndex, String.Index(cut, within: text) == nil {
      cut = text.utf16.index(before: cut)
    }
    // A character of many scalars, such as a letter with a thousand marks, may be too long for a cell.
    guard cut > text.startIndex else {
      return UTF16.isTrailSurrogate(text.utf16[limit]) ? text.utf16.index(before: limit) : limit
    }
    let last = cut
    for _ in 0..<1000 {
      let before = text.index(before: cut)
      if !text[cut].isWhitespace, !text[before].isWhitespace { return cut }
      guard before > text.startIndex else { break }
      cut = before
    }
    return last
  }
}
