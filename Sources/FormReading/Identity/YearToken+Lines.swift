/// Years in lines that are not titles.
extension YearToken {
  /// The only year with `年` in the heading of a table or section; nil if there are none or several.
  static func only(inHeading line: String) -> YearToken? {
    let text = FoldedText(line)
    let tokens = tokens(in: text, 0..<text.count).filter { $0.range.count > 4 }
    return tokens.count == 1 ? tokens.first : nil
  }

  /// The year of a line without other content, such as `（2020年度）` or `统计年度：2020`.
  static func alone(in line: String) -> YearToken? {
    guard line.utf8.count <= longestLine else { return nil }
    let text = FoldedText(line)
    let tokens = tokens(in: text, 0..<text.count)
    guard tokens.count == 1, let token = tokens.first else { return nil }
    let front = text.units[..<token.range.lowerBound].filter { !marks.contains($0) }
    let isLast = text.units[token.range.upperBound...].allSatisfy(marks.contains)
    let isNamed = front.isEmpty ? token.range.count > 4 : names.contains(front)
    return isLast && isNamed ? token : nil
  }

  /// Whether a label ends in a year in brackets, as in `商业企业（2022年）`.
  static func endsInBrackets(_ label: String) -> Bool {
    let last = label.utf8.last
    return (last == 0x89 || last == UInt8(ascii: ")"))
      && ["年）", "年)", "年度）"].contains(where: label.hasSuffix)
  }

  /// The length of the longest line that ``alone(in:)`` reads, in UTF-8 bytes.
  private static let longestLine = 80
  /// Brackets and colons.
  private static let marks = Set("()[]:".utf16)
  private static let names = [[UInt16]](
    words: "统计年度 报告年度 报告期 统计期 统计期间 年度 所属年度 数据年度 填报年度 报表年度 统计时间 报告时间")
}
