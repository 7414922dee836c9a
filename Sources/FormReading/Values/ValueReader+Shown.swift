#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import ReportModel

extension ValueReader {
  /// Reads a cell that is not shown as its plain characters.
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

  /// Reads a text of several directions.
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
  /// A text that ends in superscript or subscript digits, which mark a note; nil for any other.
  convenience init?(raisedEndOf text: String) {
    let text = text.trimmed
    guard let last = text.unicodeScalars.last, Self.isRaised(last) else { return nil }
    let end = text.unicodeScalars.lastIndex { !Self.isRaised($0) }
    guard let end else { return nil }
    let start = text.unicodeScalars.index(after: end)
    self.init(
      String(text.unicodeScalars[..<start]), marks: [String(text.unicodeScalars[start...])])
  }

  private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2079, 0x2080...0x2089: true
    default: false
    }
  }
}
