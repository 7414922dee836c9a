/// The agency and year that the first sentences of a report imply, where nothing states them.
struct Opening {
  /// The year that sentences begin with, with the first of them.
  private(set) var year: (year: Int, text: String, line: TextLine)?
  /// The agency that is the subject of one of the first sentences.
  private(set) var agency: (agency: String, text: String, line: TextLine)?

  /// The words after 我 by which an agency refers to itself, each with the name endings that it fits.
  private static let own: [(word: [UInt16], endings: [[UInt16]])] = [
    ("局", "局"), ("镇", "镇 政府"), ("乡", "乡 政府"), ("街道", "街道 街道办事处 街道办"), ("街", "街 街道 街道办事处 街道办"),
    ("委", "委 委员会 管委会"), ("厅", "厅"), ("办", "办 办公室 办公厅"), ("县", "县 县人民政府 县政府"),
    ("市", "市 市人民政府 市政府"), ("区", "区 区人民政府 区政府"), ("省", "省 省人民政府 省政府"), ("部", "部"), ("院", "院"),
    ("处", "处 办事处"), ("中心", "中心"), ("会", "会"), ("署", "署"),
  ].map { (Array("我\($0)".utf16), [[UInt16]](words: $1)) }

  /// Reads `lines`: the text before the report, and its first section.
  init(_ lines: [(line: TextLine, text: FoldedText)]) {
    var years: Set<Int> = []
    var found: (agency: String, text: String, line: TextLine)?
    for (line, text) in lines {
      for sentence in PrefaceSentence.sentences(of: text) {
        if let year = sentence.openingYear {
          years.insert(year)
          if self.year == nil { self.year = (year, sentence.written, line) }
        }
        if found == nil, let name = sentence.subject, Self.isAuthor(text, name, lines.map(\.text)) {
          found = (sentence.written(name), sentence.written, line)
        }
      }
    }
    if years.count != 1 { year = nil }
    agency = found
  }

  /// Whether the texts refer to themselves only as the agency in `name` would; without a self-reference, the
  /// texts must name the agency more than once.
  private static func isAuthor(
    _ text: FoldedText, _ name: Range<Int>, _ texts: [FoldedText]
  ) -> Bool {
    let words = Array(text.units[name])
    var isNamedByItself = false
    for other in texts {
      for index in other.units.indices where other.units[index] == 0x6211 {
        let match = own.filter { other.has($0.word, at: index) }.max {
          $0.word.count < $1.word.count
        }
        guard let match else { continue }
        guard match.endings.contains(where: { words.ends(with: $0) }) else { return false }
        isNamedByItself = true
      }
    }
    return isNamedByItself
      || texts.reduce(0) { count, other in
        count + other.units.indices.count { other.has(words, at: $0) }
      } > 1
  }
}

extension [UInt16] {
  fileprivate func ends(with other: [UInt16]) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
