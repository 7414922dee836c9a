import Vocabulary

/// The fields of one line of text.
enum LineFields {
  /// Splits a line at bars, tabs and wide gaps, and separates numbers at a field's end.
  ///
  /// A line with bars has a field between any two of them, blank ones included; a bar at either end is a
  /// border. Other lines have no blank fields.
  static func split(_ line: Substring) -> [String] {
    if line.unicodeScalars.contains(where: isBar) { return barred(line) }
    return chunks(line.unicodeScalars).flatMap(peeled)
  }

  /// The most fields that the line may have: those that bars and gaps separate.
  static func most(in line: Substring) -> Int {
    var count = 1
    var isInGap = true
    for byte in line.utf8 {
      let isGap = byte == 0x20 || byte == 0x09
      if byte == 0x7C || isGap && !isInGap { count += 1 }
      isInGap = isGap
    }
    return count
  }

  private static func barred(_ line: Substring) -> [String] {
    var fields = line.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isBar)
      .map { String($0.trimmed) }
    if fields.first?.isEmpty == true { fields.removeFirst() }
    if fields.last?.isEmpty == true { fields.removeLast() }
    let isRule = fields.allSatisfy { $0.utf8.allSatisfy("-:=".utf8.contains) && !$0.isEmpty }
    return isRule ? [] : fields
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "｜" }

  /// The pieces that tabs and runs of at least two spaces separate.
  private static func chunks(_ line: Scalars) -> [Scalars] {
    var chunks: [Scalars] = []
    var start: Scalars.Index?
    var end = line.startIndex
    var gap = 0
    var index = line.startIndex
    while index < line.endIndex {
      let scalar = line[index]
      let next = line.index(after: index)
      defer { index = next }
      if scalar.isWhiteSpace {
        gap += scalar == "\t" || scalar == "\u{3000}" ? 2 : 1
        continue
      }
      if let open = start, gap >= 2 {
        chunks.append(line[open..<end])
        start = nil
      }
      if start == nil { start = index }
      end = next
      gap = 0
    }
    if let start { chunks.append(line[start..<end]) }
    return chunks
  }

  /// The chunk's text and the numbers at its end, each as a field.
  private static func peeled(_ chunk: Scalars) -> [String] {
    var head = chunk
    var numbers: [String] = []
    while !head.isEmpty {
      let word = head.suffix { !$0.isWhiteSpace }
      guard isValue(word) else { break }
      numbers.append(String(word))
      head = head[..<word.startIndex].trimmed
    }
    return (head.isEmpty ? [] : [String(head)]) + numbers.reversed()
  }

  /// Whether a word is a number, or a mark in place of one.
  private static func isValue(_ word: Scalars) -> Bool {
    if Mark.isOne(Substring(word)) { return true }
    var digits = 0
    for scalar in number(in: word) {
      if isDigit(scalar) {
        digits += 1
      } else if !".,，-+．".unicodeScalars.contains(scalar) {
        return false
      }
    }
    return digits > 0
  }

  /// The word without a word of direction before its digits, as in `减3`, or a unit after them, as in `5件`.
  private static func number(in word: Scalars) -> Scalars {
    let changes: [String.UnicodeScalarView] = ["增加", "减少", "增", "减"].map(\.unicodeScalars)
    let change = changes.first { word.starts(with: $0) }
    let rest = word.dropFirst(change?.count ?? 0)
    guard let last = rest.lastIndex(where: isDigit) else { return rest }
    let behind = rest[rest.index(after: last)...]
    if behind.isEmpty { return rest }
    let unit = Array(Substring(behind).utf16)
    return NumberUnit.parse(unit[...])?.end == unit.endIndex ? rest[...last] : rest
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }
}

typealias Scalars = Substring.UnicodeScalarView

extension Scalars {
  /// The text without the white space at its ends.
  var trimmed: Self {
    let text = drop(while: \.isWhiteSpace)
    return text[..<text.suffix(while: \.isWhiteSpace).startIndex]
  }

  /// The longest suffix of the text whose characters satisfy `predicate`.
  func suffix(while predicate: (Unicode.Scalar) -> Bool) -> Self {
    var start = endIndex
    while start > startIndex, case let before = index(before: start), predicate(self[before]) {
      start = before
    }
    return self[start...]
  }
}

extension Unicode.Scalar {
  /// Whether the character is white space; no white space is beyond U+3000.
  var isWhiteSpace: Bool { value <= 0x3000 && properties.isWhitespace }
}
