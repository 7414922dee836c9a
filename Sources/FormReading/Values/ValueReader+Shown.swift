#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import ReportModel

extension ValueReader {
  /// Reads a cell that is not displayed as its plain characters.
  func read(
    _ shown: ShownText, _ reference: GridReference, _ stated: FieldUnits
  ) -> ReadValue {
    guard shown.rivals.isEmpty else {
      let texts = shown.rivals.map(Self.text)
      return Self.refused(texts.joined(separator: " | "), .rivals(texts))
    }
    let text = shown.text.trimmed
    let aside = shown.struckOut + shown.marks
    guard !text.isEmpty else {
      if !aside.isEmpty {
        let all = aside.joined(separator: " ")
        return Self.refused(
          all, shown.struckOut.isEmpty ? .onlyMark(text: all) : .struckOut(text: all))
      }
      return ReadValue(
        .blank,
        remarks: shown.hidden.isEmpty ? [] : [.hidden(text: shown.hidden.joined(separator: " "))])
    }
    guard !shown.isUnclear else { return Self.refused(text, .unclear(text: text)) }
    var read = value(GridCell(reference, .text(shown.text)), stated)
    guard case .number(let number) = read.value else { return read }
    if !aside.isEmpty { read.note = ([read.note].compactMap { $0 } + aside).joined(separator: " ") }
    if !shown.marks.isEmpty {
      read.remarks.append(
        .mark(text: shown.marks.joined(separator: " "), number: number.plain))
    }
    if !shown.struckOut.isEmpty {
      read.remarks.append(
        .corrected(text: shown.struckOut.joined(separator: " "), number: number.plain))
    }
    return read
  }

  /// Reads a text with several directions.
  func read(
    _ directional: DirectionalText, _ reference: GridReference, _ stated: FieldUnits
  ) -> ReadValue {
    let text = directional.shown
    guard !directional.isUnclear else { return Self.refused(text, .unclear(text: text)) }
    var read = value(GridCell(reference, .text(text)), stated)
    guard case .number(let number) = read.value else { return read }
    if directional.isReordered { read.remarks.append(.reversed(number: number.plain)) }
    return read
  }

  private static func refused(_ text: String, _ remark: ValueRemark) -> ReadValue {
    ReadValue(.unreadable(text), remarks: [remark])
  }
}

extension ShownText {
  /// Makes a number with the mark of a note after it: superscript digits, a circled number, an asterisk, 注1;
  /// nil for any other text.
  convenience init?(markedEndOf text: String) {
    let text = text.trimmed
    guard let last = text.unicodeScalars.last, Self.mayEndMark(last) else { return nil }
    let scalars = text.unicodeScalars
    var start = scalars.endIndex
    while start > scalars.startIndex, case let before = scalars.index(before: start),
      Self.isMark(scalars[before])
    {
      start = before
    }
    // 注 may be followed by plain numerals
    let word = scalars[..<start].suffix(3).lastIndex(of: "注")
    if let word, scalars[scalars.index(after: word)...].allSatisfy(Self.isNumeral) { start = word }
    let front = String(scalars[..<start]).trimmed
    guard start < scalars.endIndex, let end = front.unicodeScalars.last,
      end.properties.numericType == .decimal
    else { return nil }
    self.init(front, marks: [String(scalars[start...])])
  }

  private static func mayEndMark(_ scalar: Unicode.Scalar) -> Bool {
    isMark(scalar) || scalar == "注" || isNumeral(scalar)
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    isMark(scalar) || "0"..."9" ~= scalar || "０"..."９" ~= scalar
      || "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }

  /// Whether the character is a mark wherever it is: a superscript, an asterisk or dagger, a circled number.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089: true
    case 0x2A, 0xFF0A, 0x203B, 0x2020, 0x2021, 0x2460...0x2473, 0x2776...0x277F: true
    default: false
    }
  }
}
