import Diagnostics
import ReportModel

/// What is said about labels and places; the texts stand here, beside the rules.
extension Finding {
  static func looseLabel(_ text: String, label: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.loose", severity: .note,
      message: Phrase(
        zh: "“\(text)”与表式不完全一致，按“\(label)”读入，请核对",
        en: "“\(text)” is not quite the form's label; it was read as “\(label)”, please check"),
      cells: cells)
  }

  static func byOrder(_ row: String, place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.loose", severity: .note,
      message: Phrase(
        zh: "\(place) 的一行数字没有标签，按前后两行的顺序读作“\(row)”，请核对",
        en: """
          the line of numbers at \(place) has no label; by the rows before and after it, it was read \
          as “\(row)”, please check
          """),
      cells: cells)
  }

  static func duplicateLabel(_ label: String, places: Places, cells: [FindingCell]) -> Finding {
    let (zh, en) = (places.zh, places.en)
    return Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "“\(label)”在 \(zh) 都出现，无法确定以哪一处为准，没有读入；请只保留一处",
        en:
          "“\(label)” stands in \(en); which one counts cannot be told, so it was not read; keep one"
      ),
      cells: cells)
  }

  static func sameDuplicate(_ label: String, places: Places, cells: [FindingCell]) -> Finding {
    let (zh, en) = (places.zh, places.en)
    return Finding(
      rule: "label.ambiguous", severity: .warning,
      message: Phrase(
        zh: "“\(label)”在 \(zh) 重复出现，数字相同，读入一次；请删去多余的",
        en: "“\(label)” stands in \(en) with the same numbers; it was read once; delete the others"),
      cells: cells)
  }

  static func displacedLabel(_ label: String, place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "“\(label)”（\(place)）不在表式规定的位置；按标签读入，请核对标签与数字是否对应",
        en: """
          “\(label)” (\(place)) does not stand where the form has it; it was read by its label, \
          please check that label and numbers belong together
          """),
      cells: cells)
  }

  static func otherGroup(
    _ label: String, place: String, group: String, expected: String, cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "“\(label)”（\(place)）列在“\(group)”之下，表式中应在“\(expected)”之下；请核对",
        en: """
          “\(label)” (\(place)) stands under “\(group)”, but in the form under “\(expected)”; \
          please check
          """),
      cells: cells)
  }

  static func uncertainLabel(_ text: String, labels: [String], cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "“\(text)”可能是\(labels.map { "“\($0)”" }.joined(separator: "或"))，无法确定，没有读入",
        en: """
          “\(text)” may be \(labels.map { "“\($0)”" }.joined(separator: " or ")); \
          that cannot be told, so it was not read
          """),
      cells: cells)
  }

  /// A label that resembles one of the form but says something else.
  struct OtherLabel {
    /// What it says.
    let text: String
    /// Where it stands.
    let place: String
    /// Its cell.
    let cell: FindingCell

    fileprivate var zh: String { "；\(place) 的“\(text)”意思不同，没有按此读入" }
    fileprivate var en: String {
      "; “\(text)” in \(place) says something else and was not read as it"
    }
  }

  static func missingRow(
    _ label: String, after: String?, before: String?, other: OtherLabel? = nil,
    cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "row.missing", severity: .error,
      message: Phrase(
        zh: "没有找到“\(label)”一行，\(Self.placeZh(after, before, end: "末行"))\(other?.zh ?? "")",
        en: """
          the row “\(label)” was not found; it belongs \(Self.placeEn(after, before))\(other?.en ?? "")
          """),
      cells: (other.map { [$0.cell] } ?? []) + cells)
  }

  static func missingColumn(
    _ label: String, after: String?, before: String?, other: OtherLabel? = nil,
    cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "column.missing", severity: .error,
      message: Phrase(
        zh: "没有找到“\(label)”一栏，\(Self.placeZh(after, before, end: "末栏"))\(other?.zh ?? "")",
        en: """
          the column “\(label)” was not found; it belongs \(Self.placeEn(after, before))\(other?.en ?? "")
          """),
      cells: (other.map { [$0.cell] } ?? []) + cells)
  }

  static func missingHead(
    _ row: String, column: String, other: OtherLabel? = nil, cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "column.missing", severity: .error,
      message: Phrase(
        zh: "“\(row)”一行上方没有找到“\(column)”的栏目标题，没有读入\(other?.zh ?? "")",
        en: """
          no head “\(column)” was found above the row “\(row)”; it was not read\(other?.en ?? "")
          """),
      cells: (other.map { [$0.cell] } ?? []) + cells)
  }

  static func headless(_ row: String, column: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "column.missing", severity: .warning,
      message: Phrase(
        zh: "“\(row)”一行上方没有“\(column)”的栏目标题，按该行唯一的数读入，请核对",
        en: """
          there is no head “\(column)” above the row “\(row)”; the row's only number was read, \
          please check
          """),
      cells: cells)
  }

  private static func placeZh(_ after: String?, _ before: String?, end: String) -> String {
    switch (after, before) {
    case (let after?, let before?): "应在“\(after)”与“\(before)”之间"
    case (let after?, nil): "应在“\(after)”之后（\(end)）"
    case (nil, let before?): "应在“\(before)”之前"
    case (nil, nil): "其相邻的标签也没有找到"
    }
  }

  private static func placeEn(_ after: String?, _ before: String?) -> String {
    switch (after, before) {
    case (let after?, let before?): "between “\(after)” and “\(before)”"
    case (let after?, nil): "after “\(after)”, at the end"
    case (nil, let before?): "before “\(before)”"
    case (nil, nil): "beside labels that were not found either"
    }
  }
}
