import Diagnostics
import ReportModel

/// What is said about numbers that stand where no field is, and about tables.
extension Finding {
  static func unusedNumber(_ text: String, place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .warning,
      message: Phrase(
        zh: "\(place) 的“\(text)”在表格范围内，但不属于任何一栏，没有读入",
        en: "“\(text)” in \(place) stands inside the table but in no field; it was not read"),
      cells: cells)
  }

  static func unusedLine(_ label: String, count: Int, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .warning,
      message: Phrase(
        zh: "“\(label)”不是表式中的行或栏，它的 \(count) 个数没有读入",
        en: """
          “\(label)” is no row or column of the form; its \(count) number\(count == 1 ? "" : "s") \
          \(count == 1 ? "was" : "were") not read
          """),
      cells: cells)
  }

  static func unlabelledLine(place: String, count: Int, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .warning,
      message: Phrase(
        zh: "\(place) 起的 \(count) 个数旁边没有标签，没有读入",
        en: """
          the \(count) number\(count == 1 ? "" : "s") from \(place) on \(count == 1 ? "has" : "have") \
          no label; \(count == 1 ? "it was" : "they were") not read
          """),
      cells: cells)
  }

  /// Tells of what is too much to be told one by one.
  static func unusedRest(lines: Int, count: Int, first: String) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .warning,
      message: Phrase(
        zh: "表格范围内从 \(first) 起另有 \(lines) 行（栏）共 \(count) 个数不属于任何指标，没有读入",
        en: """
          \(lines) more line\(lines == 1 ? "" : "s") of the table, from \(first) on, \
          \(lines == 1 ? "has" : "have") \(count) number\(count == 1 ? "" : "s") in no field; \
          \(count == 1 ? "it was" : "they were") not read
          """),
      cells: [])
  }

  static func shiftedRow(_ label: String, place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .error,
      message: Phrase(
        zh: "“\(label)”的数像是错位了：\(place) 的数不在任何一栏之下，而栏内有空格；没有读入，请移回原位",
        en: """
          the numbers of “\(label)” seem shifted: the one in \(place) is under no head while a cell of \
          the row is empty; they were not read, move them back
          """),
      cells: cells)
  }

  static func shiftedTable(place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .error,
      message: Phrase(
        zh: "表中的数像是整体错位了：\(place) 起的数旁边没有标签，而表内有空行；没有读入，请移回原位",
        en: """
          the numbers of the table seem shifted: those from \(place) on have no label while a line of \
          the table is empty; they were not read, move them back
          """),
      cells: cells)
  }

  static func numberInTitle(_ title: String, place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .error,
      message: Phrase(
        zh: "\(place) 的数在标题“\(title)”一行里，旁边的数可能错位；没有读入，请移回原位",
        en: """
          the number in \(place) stands in the line of the title “\(title)”, so those beside it may be \
          shifted; they were not read, move them back
          """),
      cells: cells)
  }

  static func mergedFields(place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "合并单元格 \(place) 跨了几个指标，无法确定其中的数属于哪一个，没有读入；请取消合并",
        en: """
          the merged cell \(place) covers several fields; which one its value belongs to cannot be \
          told, so it was not read; unmerge it
          """),
      cells: cells)
  }

  static func severalInHead(_ label: String, places: Places, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "“\(label)”之下有几个数（\(places.zh)），无法确定以哪一个为准，没有读入",
        en: """
          several numbers stand under “\(label)” (\(places.en)); which one counts \
          cannot be told, so none was read
          """),
      cells: cells)
  }

  static func movedNumber(_ label: String, place: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.loose", severity: .note,
      message: Phrase(
        zh: "“\(label)”的数不在栏目标题正下方，按次序从 \(place) 起读入，请核对",
        en: """
          the numbers of “\(label)” do not stand right under their heads; they were read in order from \
          \(place) on, please check
          """),
      cells: cells)
  }

  static func collapsedGroup(_ group: String, label: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "row.missing", severity: .warning,
      message: Phrase(
        zh: "“\(group)”合并填在一行，没有分项；该行的数记入“\(label)”",
        en:
          "“\(group)” is filled in as one row without its parts; its numbers were read as “\(label)”"
      ),
      cells: cells)
  }

  static func competingColumns(_ label: String, places: Places, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "“\(label)”一栏出现了几次（\(places.zh)），可能并列了两个年度，没有读入；请只保留本年度",
        en: """
          the column “\(label)” stands there several times (\(places.en)), perhaps \
          two years beside each other; it was not read; keep the year reported on
          """),
      cells: cells)
  }

  static func missingTable(_ label: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "table.missing", severity: .error,
      message: Phrase(
        zh: "没有找到“\(label)”的表格（没有填报不等于零）",
        en: "the table “\(label)” was not found (a missing table is not a table of zeros)"),
      cells: cells)
  }

  static func duplicateTable(_ label: String, places: Places, cells: [FindingCell]) -> Finding {
    let (zh, en) = (places.zh, places.en)
    return Finding(
      rule: "table.duplicate", severity: .error,
      message: Phrase(
        zh: "“\(label)”的表格有几处（\(zh)），无法确定以哪一处为准，没有读入；请只保留本年度的一处",
        en: """
          the table “\(label)” stands there several times (\(en)); which one counts cannot be told, so \
          none was read; keep the one of the year reported on
          """),
      cells: cells)
  }

  static func sameTable(_ label: String, places: Places, cells: [FindingCell]) -> Finding {
    let (zh, en) = (places.zh, places.en)
    return Finding(
      rule: "table.duplicate", severity: .warning,
      message: Phrase(
        zh: "“\(label)”的表格有几处（\(zh)），各处的数相同，读入一次",
        en: """
          the table “\(label)” stands there several times (\(en)) with the same numbers; it was read \
          once
          """),
      cells: cells)
  }

  static func namedTable(
    _ label: String, place: String, others: Places, cells: [FindingCell]
  ) -> Finding {
    let (zh, en) = (others.zh, others.en)
    return Finding(
      rule: "table.duplicate", severity: .warning,
      message: Phrase(
        zh: "“\(label)”的表格按模板的定义名称从 \(place) 读入；另有 \(zh) 也像这张表，没有读入",
        en: """
          the table “\(label)” was read from \(place), as the template's names say; \(en) looks like \
          it too and was not read
          """),
      cells: cells)
  }

  static func nameConflict(
    _ field: String, label: String, name: String, cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "\(field)：按标签在 \(label)，按模板的定义名称在 \(name)，无法确定，没有读入",
        en: """
          \(field): its labels point to \(label), the template's name to \(name); which one counts \
          cannot be told, so it was not read
          """),
      cells: cells)
  }

  static func byName(_ label: String, count: Int, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.loose", severity: .note,
      message: Phrase(
        zh: "“\(label)”有 \(count) 个指标的标签没有找到，按模板的定义名称读入，请核对",
        en: """
          the labels of \(count) field\(count == 1 ? "" : "s") of “\(label)” were not found; \
          \(count == 1 ? "it was" : "they were") read by the template's names, please check
          """),
      cells: cells)
  }
}
