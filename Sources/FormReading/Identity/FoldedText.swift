/// A text in which names and years are searched: without white space, each character as forms write it.
///
/// Each character keeps its original, so that a name is returned as its author wrote it.
struct FoldedText {
  /// The characters, folded, as UTF-16.
  private(set) var units: [UInt16] = []
  /// The characters as they are written; one for each of ``units``.
  private var written: [Unicode.Scalar] = []
  /// Whether white space precedes the character.
  private(set) var hasGapBefore: [Bool] = []

  /// Folds `text`.
  ///
  /// Transliterations that some pages print after a character, as in `鎮(zhèn)`, are omitted.
  ///
  /// - Complexity: O(*n*) in the text's length.
  init(_ text: String) {
    var hasGap = false
    let scalars = Array(text.unicodeScalars)
    var next = 0
    while next < scalars.count {
      let scalar = scalars[next]
      if let end = Self.reading(in: scalars, from: next), units.last.map(Self.isIdeograph) ?? false
      {
        next = end
        continue
      }
      next += 1
      guard let unit = Self.folded(scalar) else {
        hasGap = true
        continue
      }
      units.append(unit)
      written.append(scalar)
      hasGapBefore.append(hasGap)
      hasGap = false
    }
    foldWords()
  }

  /// How many characters there are.
  var count: Int { units.count }

  /// The original characters of `range`; a gap is kept only between letters or digits.
  func text(_ range: Range<Int>) -> String {
    var text = ""
    for index in range {
      let isWord = index > range.lowerBound && written[index].isASCII && written[index - 1].isASCII
      if isWord, hasGapBefore[index] { text += " " }
      text.unicodeScalars.append(written[index])
    }
    return text
  }

  /// Whether `word` is at `index`.
  func has(_ word: [UInt16], at index: Int) -> Bool {
    index + word.count <= units.count && units[index..<(index + word.count)].elementsEqual(word)
  }

  /// Whether one of `words` is at `index`.
  func hasOne(of words: [[UInt16]], at index: Int) -> Bool {
    words.contains { has($0, at: index) }
  }

  /// Whether one of `words` is in `range`.
  func holds(_ words: [[UInt16]], in range: Range<Int>) -> Bool {
    words.contains { word in
      range.contains { $0 + word.count <= range.upperBound && has(word, at: $0) }
    }
  }

  /// Whether `unit` is an ideograph.
  static func isIdeograph(_ unit: UInt16) -> Bool { 0x3400...0x9FFF ~= unit || unit == 0x3007 }

  /// Whether `unit` is a digit.
  static func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }

  /// Restores 信息, which programs that convert characters translate as 資訊.
  private mutating func foldWords() {
    guard units.count > 1 else { return }
    for index in 1..<units.count where units[index - 1] == 0x8D44 && units[index] == 0x8BAF {
      units[index - 1] = 0x4FE1
      units[index] = 0x606F
    }
  }

  /// The form's character for `scalar`; nil for white space and invisible characters.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt16? {
    guard scalar.value <= 0xFFFF else { return 0xFFFD }
    let unit = UInt16(scalar.value)
    switch unit {
    case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
      0x3000, 0xFE00...0xFE0F, 0xFEFF:
      return nil
    case 0x41...0x5A: return unit + 0x20
    case 0xFF01...0xFF5E: return folded(Unicode.Scalar(UInt8(unit - 0xFEE0)))
    case 0x3014, 0x3010: return 0x28
    case 0x3015, 0x3011: return 0x29
    case 0x25CB, 0x25EF: return 0x3007
    default: return CharacterVariants.folded(unit)
    }
  }

  /// The end of a transliteration in brackets that begins at `start`; nil if there is none.
  private static func reading(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard scalars[start] == "(" || scalars[start] == "（" else { return nil }
    var end = start + 1
    while end < scalars.count, end - start <= 8, scalars[end].properties.isAlphabetic,
      scalars[end].value < 0x250
    {
      end += 1
    }
    guard end > start + 1, end < scalars.count, scalars[end] == ")" || scalars[end] == "）" else {
      return nil
    }
    return end + 1
  }
}

extension [[UInt16]] {
  /// The words of `text`, separated by spaces, as UTF-16.
  init(words text: String) {
    self = text.split(separator: " ").map { Array<UInt16>($0.utf16) }
  }
}
