import Diagnostics
import ReportModel

/// Findings about text.
extension Finding {
  static func variants(_ radicals: [Unicode.Scalar]) -> Finding {
    var shown: [String] = []
    for radical in radicals where shown.count < 3 && !shown.contains(String(radical)) {
      shown.append(String(radical))
    }
    let (zh, en) = (
      shown.map { "“\($0)”" }.joined(separator: "、"),
      shown.map { "“\($0)”" }.joined(separator: ", ")
    )
    return Finding(
      rule: "text.variants", severity: .note,
      message: Phrase(
        zh: "文字中有 \(radicals.count) 个部首字符（如\(zh)），已换成通用汉字",
        en: """
          the text had \(radicals.count) radical\(radicals.count == 1 ? "" : "s") in the place of \
          ideographs (such as \(en)); the ideographs were put there
          """),
      cells: [])
  }

  static func unusedText(
    _ text: String, place: String, count: Int, isTemplate: Bool, cells: [FindingCell]
  ) -> Finding {
    let (zh, en) = count > 1 ? (" 等 \(count) 处", " and \(count - 1) more") : ("", "")
    return Finding(
      rule: "text.unused", severity: isTemplate ? .warning : .note,
      message: Phrase(
        zh: "\(place) 的“\(text)”\(zh)不在任何一部分之内，没有读入；要报送的文字请写在有关部分的标题之下",
        en: """
          “\(text)” in \(place)\(en) is in no section and was not read; write what is to be reported below \
          the heading of its section
          """),
      cells: cells)
  }
}
