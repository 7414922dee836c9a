import Diagnostics
import ReportModel

extension LocatingIssue.Kind {
  /// The localized message.
  var message: Phrase {
    switch self {
    case .looseLabel(let text, let label):
      Phrase(
        zh: "“\(text)”与表式不完全一致，按“\(label)”读入，请核对",
        en: "“\(text)” is not quite the form's label; it was read as “\(label)”, please check")
    case .byOrder(let row, let place):
      Phrase(
        zh: "\(place) 的一行数字没有标签，按前后两行的顺序读作“\(row)”，请核对",
        en: """
          the line of numbers at \(place) has no label; by the rows before and after it, it was read \
          as “\(row)”, please check
          """)
    case .duplicateLabel(let label, let places):
      Phrase(
        zh: "“\(label)”在 \(places.zh) 都出现，无法确定以哪一处为准，没有读入；请只保留一处",
        en:
          "“\(label)” is in \(places.en); which one counts is uncertain, so it was not read; keep one"
      )
    case .sameDuplicate(let label, let places):
      Phrase(
        zh: "“\(label)”在 \(places.zh) 重复出现，数字相同，读入一次；请删去多余的",
        en:
          "“\(label)” is in \(places.en) with the same numbers; it was read once; delete the others"
      )
    case .displacedLabel(let label, let place):
      Phrase(
        zh: "“\(label)”（\(place)）不在表式规定的位置；按标签读入，请核对标签与数字是否对应",
        en: """
          “\(label)” (\(place)) is not where the form has it; it was read by its label, please \
          check that label and numbers belong together
          """)
    case .otherGroup(let label, let place, let group, let expected):
      Phrase(
        zh: "“\(label)”（\(place)）列在“\(group)”之下，表式中应在“\(expected)”之下；请核对",
        en: """
          “\(label)” (\(place)) is under “\(group)”, but in the form under “\(expected)”; \
          please check
          """)
    case .uncertainLabel(let text, let labels):
      Phrase(
        zh: "“\(text)”可能是\(labels.map { "“\($0)”" }.joined(separator: "或"))，无法确定，没有读入",
        en: """
          “\(text)” may be \(labels.map { "“\($0)”" }.joined(separator: " or ")); \
          that is uncertain, so it was not read
          """)
    case .missingRow(let label, let after, let before, let other):
      Phrase(
        zh: "没有找到“\(label)”一行，\(Self.zh(after, before, end: "末行"))\(Self.suffix(other).zh)",
        en: """
          the row “\(label)” was not found; it belongs \(Self.en(after, before))\(Self.suffix(other).en)
          """)
    case .missingColumn(let label, let after, let before, let other):
      Phrase(
        zh: "没有找到“\(label)”一栏，\(Self.zh(after, before, end: "末栏"))\(Self.suffix(other).zh)",
        en: """
          the column “\(label)” was not found; it belongs \(Self.en(after, before))\(Self.suffix(other).en)
          """)
    case .missingHead(let row, let column, let other):
      Phrase(
        zh: "“\(row)”一行上方没有找到“\(column)”的栏目标题，没有读入\(Self.suffix(other).zh)",
        en: """
          no header “\(column)” was found above the row “\(row)”; it was not read\(Self.suffix(other).en)
          """)
    case .headless(let row, let column):
      Phrase(
        zh: "“\(row)”一行上方没有“\(column)”的栏目标题，按该行唯一的数读入，请核对",
        en: """
          there is no header “\(column)” above the row “\(row)”; the row's only number was read, \
          please check
          """)
    case .collapsedGroup(let group, let label):
      Phrase(
        zh: "“\(group)”合并填在一行，没有分项；该行的数记入“\(label)”",
        en:
          "“\(group)” is filled in as one row without its parts; its numbers were read as “\(label)”"
      )
    case .unusedNumber(let text, let place):
      Phrase(
        zh: "\(place) 的“\(text)”在表格范围内，但不属于任何一栏，没有读入",
        en: "“\(text)” in \(place) is inside the table but in no field; it was not read")
    case .unusedLine(let label, let count):
      Phrase(
        zh: "“\(label)”不是表式中的行或栏，它的 \(count) 个数没有读入",
        en: """
          “\(label)” is no row or column of the form; its \(count) number\(count == 1 ? "" : "s") \
          \(count == 1 ? "was" : "were") not read
          """)
    case .unlabelledLine(let place, let count):
      Phrase(
        zh: "\(place) 起的 \(count) 个数旁边没有标签，没有读入",
        en: """
          the \(count) number\(count == 1 ? "" : "s") from \(place) on \(count == 1 ? "has" : "have") \
          no label; \(count == 1 ? "it was" : "they were") not read
          """)
    case .unusedRest(let lines, let count, let first):
      Phrase(
        zh: "表格范围内从 \(first) 起另有 \(lines) 行（栏）共 \(count) 个数不属于任何指标，没有读入",
        en: """
          \(lines) more line\(lines == 1 ? "" : "s") of the table, from \(first) on, \
          \(lines == 1 ? "has" : "have") \(count) number\(count == 1 ? "" : "s") in no field; \
          \(count == 1 ? "it was" : "they were") not read
          """)
    case .shiftedRow(let label, let place):
      Phrase(
        zh: "“\(label)”的数像是错位了：\(place) 的数不在任何一栏之下，而栏内有空格；没有读入，请移回原位",
        en: """
          the numbers of “\(label)” seem shifted: the one in \(place) is under no header while a cell of \
          the row is empty; they were not read, move them back
          """)
    case .shiftedTable(let place):
      Phrase(
        zh: "表中的数像是整体错位了：\(place) 起的数旁边没有标签，而表内有空行；没有读入，请移回原位",
        en: """
          the numbers of the table seem shifted: those from \(place) on have no label while a line of \
          the table is empty; they were not read, move them back
          """)
    case .numberInTitle(let title, let place):
      Phrase(
        zh: "\(place) 的数在标题“\(title)”一行里，旁边的数可能错位；没有读入，请移回原位",
        en: """
          the number in \(place) is in the line of the title “\(title)”, so those beside it may be \
          shifted; they were not read, move them back
          """)
    case .mergedFields(let place):
      Phrase(
        zh: "合并单元格 \(place) 跨了几个指标，无法确定其中的数属于哪一个，没有读入；请取消合并",
        en: """
          the merged cell \(place) covers several fields; which one its value belongs to is \
          uncertain, so it was not read; unmerge it
          """)
    case .severalInHead(let label, let places):
      Phrase(
        zh: "“\(label)”之下有几个数（\(places.zh)），无法确定以哪一个为准，没有读入",
        en: """
          several numbers are under “\(label)” (\(places.en)); which one counts is uncertain, so none \
          was read
          """)
    case .movedNumber(let label, let place):
      Phrase(
        zh: "“\(label)”的数不在栏目标题正下方，按次序从 \(place) 起读入，请核对",
        en: """
          the numbers of “\(label)” are not right under their headers; they were read in order from \
          \(place) on, please check
          """)
    case .competingColumns(let label, let places):
      Phrase(
        zh: "“\(label)”一栏出现了几次（\(places.zh)），可能并列了两个年度，没有读入；请只保留本年度",
        en: """
          the column “\(label)” is there several times (\(places.en)), perhaps \
          two years beside each other; it was not read; keep the year reported on
          """)
    case .duplicateTable(let label, let places):
      Phrase(
        zh: "“\(label)”的表格有几处（\(places.zh)），无法确定以哪一处为准，没有读入；请只保留本年度的一处",
        en: """
          the table “\(label)” is there several times (\(places.en)); which one counts is uncertain, so \
          none was read; keep the one of the year reported on
          """)
    case .sameTable(let label, let places):
      Phrase(
        zh: "“\(label)”的表格有几处（\(places.zh)），各处的数相同，读入一次",
        en: """
          the table “\(label)” is there several times (\(places.en)) with the same numbers; it was read \
          once
          """)
    case .namedTable(let label, let place, let others):
      Phrase(
        zh: "“\(label)”的表格按模板的定义名称从 \(place) 读入；另有 \(others.zh) 也像这张表，没有读入",
        en: """
          the table “\(label)” was read from \(place), as the template's names say; \(others.en) looks like \
          it too and was not read
          """)
    case .nameConflict(let field, let label, let name):
      Phrase(
        zh: "\(field)：按标签在 \(label)，按模板的定义名称在 \(name)，无法确定，没有读入",
        en: """
          \(field): its labels point to \(label), the template's name to \(name); which one counts \
          is uncertain, so it was not read
          """)
    case .byName(let label, let count):
      Phrase(
        zh: "“\(label)”有 \(count) 个指标的标签没有找到，按模板的定义名称读入，请核对",
        en: """
          the labels of \(count) field\(count == 1 ? "" : "s") of “\(label)” were not found; \
          \(count == 1 ? "it was" : "they were") read by the template's names, please check
          """)
    }
  }

  /// The part of a message about a missing label that names the label in its place.
  private static func suffix(_ other: LocatingIssue.OtherLabel?) -> Phrase {
    guard let other else { return Phrase(zh: "", en: "") }
    return Phrase(
      zh: "；\(other.place) 的“\(other.text)”意思不同，没有按此读入",
      en: "; “\(other.text)” in \(other.place) says something else and was not read as it")
  }

  private static func zh(_ after: String?, _ before: String?, end: String) -> String {
    switch (after, before) {
    case (let after?, let before?): "应在“\(after)”与“\(before)”之间"
    case (let after?, nil): "应在“\(after)”之后（\(end)）"
    case (nil, let before?): "应在“\(before)”之前"
    case (nil, nil): "其相邻的标签也没有找到"
    }
  }

  private static func en(_ after: String?, _ before: String?) -> String {
    switch (after, before) {
    case (let after?, let before?): "between “\(after)” and “\(before)”"
    case (let after?, nil): "after “\(after)”, at the end"
    case (nil, let before?): "before “\(before)”"
    case (nil, nil): "beside labels that were not found either"
    }
  }
}
