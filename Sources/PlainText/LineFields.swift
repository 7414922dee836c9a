import Vocabulary

/// The fields of one line of text.
enum LineFields {
  /// Splits a line at bars, tabs and wide gaps, and takes numbers at a field's end apart.
  ///
  /// A line with bars has a field between any two of them, blank ones too; a bar at either end is a
  /// border. Other lines have no blank fields.
  static func split(_ line: Substring) -> [String] {
    if line.contains("|") || line.contains("｜") { return barred(line) }
    return chunks(line).flatMap(peeled)
  }

  /// How many fields the line may have at most: as many as bars and gaps set apart.
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
    var fields = line.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }
      .map { String(trimmed($0)) }
    if fields.first?.isEmpty == true { fields.removeFirst() }
    if fields.last?.isEmpty == true { fields.removeLast() }
    let isRule = fields.allSatisfy { $0.allSatisfy { "-:=".contains($0) } && !$0.isEmpty }
    return isRule ? [] : fields
  }

  /// What tabs and runs of at least two spaces set apart.
  private static func chunks(_ line: Substring) -> [Substring] {
    var chunks: [Substring] = []
    var start: Substring.Index?
    var end = line.startIndex
    var gap = 0
    for index in line.indices {
      let character = line[index]
      if character.isWhitespace {
        gap += character == "\t" || character == "\u{3000}" ? 2 : 1
        continue
      }
      if let open = start, gap >= 2 {
        chunks.append(line[open..<end])
        start = nil
      }
      if start == nil { start = index }
      end = line.index(after: index)
      gap = 0
    }
    if let start { chunks.append(line[start..<end]) }
    return chunks
  }

  /// The chunk's text and the numbers that end it, each a field of its own.
  private static func peeled(_ chunk: Substring) -> [String] {
    let words = chunk.split { $0.isWhitespace }
    let values = words.reversed().prefix(while: isValue).count
    guard values > 0 else { return [String(chunk)] }
    let head = words.dropLast(values)
    let numbers = words.suffix(values).map(String.init)
    guard let first = head.first, let last = head.last else { return numbers }
    return [String(chunk[first.startIndex..<last.endIndex])] + numbers
  }

  /// Whether a word is a number or a mark that stands for one.
  private static func isValue(_ word: Substring) -> Bool {
    if Mark.isOne(word) { return true }
    var digits = 0
    for scalar in number(in: word).unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９": digits += 1
      case ".", ",", "，", "-", "+", "．": continue
      default: return false
      }
    }
    return digits > 0
  }

  /// The word without what tells a direction before its digits, such as `减3`, or a unit behind them, such
  /// as `5件`.
  private static func number(in word: Substring) -> Substring {
    var rest = word
    if let change = ["增加", "减少", "增", "减"].first(where: { word.hasPrefix($0) }) {
      rest = rest.dropFirst(change.count)
    }
    guard
      let last = rest.lastIndex(where: { $0.isASCII ? $0.isNumber : $0.isWholeNumber && $0 >= "０" }
      ),
      rest.index(after: last) < rest.endIndex
    else { return rest }
    let unit = Array(rest[rest.index(after: last)...].utf16)
    return NumberUnit.parse(unit[...])?.end == unit.endIndex ? rest[...last] : rest
  }

  private static func trimmed(_ text: Substring) -> Substring {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return text[first...last]
  }
}
