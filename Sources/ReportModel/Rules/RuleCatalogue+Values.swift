import Diagnostics

extension RuleCatalogue {
  /// The rules about the value of a single cell.
  static let valueRules: [Rule] = [
    Rule(
      id: "value.text", severity: .error,
      what: Phrase(
        zh: "单元格应为数字、空或“/”一类的标记，实际都不是。",
        en: "A cell must hold a number, nothing, or a mark such as “/”, and holds none of them."),
      why: Phrase(zh: "内容无法作为数据使用，原文保留。", en: "It cannot be used as data; its text is kept."),
      source: practice,
      example: Phrase(zh: "“3/5”、“见附件”。", en: "“3/5”, “see the annex”."),
      mend: Phrase(zh: "只填一个数字。", en: "Write one number only.")),
    Rule(
      id: "value.count", severity: .error,
      what: Phrase(
        zh: "件数应为不小于 0 的整数；金额不能为负；“增/减”可以为负。",
        en: """
          A count is a whole number of at least 0, an amount is not negative; only a change may be \
          negative.
          """),
      why: Phrase(zh: "多半是笔误或串行。", en: "It is most likely a slip, or a value of another cell."),
      source: Phrase(zh: "由指标含义推定", en: "implied by what the fields mean"),
      example: Phrase(zh: "新收申请数量填了 -1 或 1.5。", en: "-1 or 1.5 applications received."),
      mend: Phrase(zh: "改为实际件数。", en: "Write the true number.")),
    Rule(
      id: "value.decimals", severity: .warning,
      what: Phrase(
        zh: "金额的小数位数超过规定。", en: "An amount has more decimals than it should."),
      why: Phrase(
        zh: "填报系统保留 4 位小数；位数过多常是单位填错。",
        en: "The filing system keeps 4 decimals; more often mean a wrong unit."),
      source: Phrase(
        zh: "填报系统的提示“保留4位小数”；公开的报告中有多至 6 位的",
        en: "the wording of the filing system; published fees have up to 6"),
      example: Phrase(zh: "24252.311082 万元。", en: "24252.311082 in units of 10,000 yuan."),
      mend: Phrase(
        zh: "核对单位后四舍五入到 4 位。", en: "Check the unit, then round to 4 decimals.")),
    Rule(
      id: "value.note", severity: .note,
      what: Phrase(
        zh: "数字旁带有单位或说明，或用了全角、千分位写法，已按数字读取。",
        en:
          "A number has a unit or remark beside it, or is written full-width or grouped; it was read."
      ),
      why: Phrase(
        zh: "供核对读得是否正确；说明保留在报告的 notes 中。",
        en:
          "So that someone can see whether it was read right; remarks are kept in the report's notes."
      ),
      source: practice,
      example: Phrase(zh: "“9件”、“22（其中修订 16 件）”。", en: "“9件”, “22（其中修订 16 件）”."),
      mend: Phrase(zh: "单元格内只留数字，说明写进正文。", en: "Leave only the number in the cell.")),
    Rule(
      id: "value.unit", severity: .error,
      what: Phrase(
        zh: "写明的单位互相矛盾，或不是该指标的单位。",
        en: "The units that are stated contradict each other, or the field cannot be in them."),
      why: Phrase(
        zh: "差一个单位，数字就差一万倍；不能猜测以哪个为准。",
        en: "With another unit the number is ten thousand times as large; it must not be guessed."),
      source: practice,
      example: Phrase(
        zh: "列标题写“（元）”，表上方写“单位：万元”；收费金额填“5件”。",
        en: "The head says “（元）” and a note above the table “单位：万元”; a fee of “5件”."),
      mend: Phrase(
        zh: "按列标题的单位填写，删去另一个单位。",
        en: "Write the number in the unit of the head, and delete the other unit.")),
    Rule(
      id: "value.display", severity: .warning,
      what: Phrase(
        zh: "单元格显示的数字与保存的不同。",
        en: "The number that a cell shows is not the one that it stores."),
      why: Phrase(
        zh: "看表的人看到的是另一个数；四舍五入、千分位和单位不算不同。",
        en: """
          Whoever looks at the table sees another number; rounding, grouping and units do not count as \
          different.
          """),
      source: practice,
      example: Phrase(
        zh: "数字格式为“0,”，保存的是 12345，显示“12”。",
        en: "In the number format “0,” a stored 12345 shows as “12”."),
      mend: Phrase(
        zh: "把单元格格式改为常规，再核对数字。", en: "Set the cell's format to General and check the number.")),
    Rule(
      id: "value.unusedNumber", severity: .warning,
      what: Phrase(
        zh: "表的范围内有数字不属于任何一项。", en: "A number inside a table's area belongs to no field."),
      why: Phrase(
        zh: "可能是串行、串列或多出的小计，没有进入报告。",
        en: "It may have slipped a row or column, or be an extra subtotal; it is not in the report."
      ),
      source: practice,
      example: Phrase(
        zh: "表的右侧另有去年的一列数字。", en: "A column of last year's numbers is at the right."),
      mend: Phrase(zh: "移到表外或删去。", en: "Move it out of the table, or delete it.")),
    Rule(
      id: "value.stale", severity: .warning,
      what: Phrase(
        zh: "公式保存的结果与按公式重新计算的不一致。",
        en: "The stored result of a formula is not what the formula gives."),
      why: Phrase(
        zh: "文件保存前没有重新计算，看到的数字是旧的。",
        en: "The file was saved without calculating, so the number shown is an old one."),
      source: practice,
      example: Phrase(
        zh: "总计公式的结果停留在 9，而各项之和已是 10。",
        en: "A total still says 9 while its parts add up to 10."),
      mend: Phrase(
        zh: "用 Excel 或 WPS 打开，按 F9 重新计算后保存。",
        en: "Open it in Excel or WPS, press F9 and save.")),
    Rule(
      id: "value.notEvaluated", severity: .error,
      what: Phrase(
        zh: "本程序不能计算某个公式。", en: "This program cannot evaluate a formula."),
      why: Phrase(
        zh: "没有保存结果时，结果未知，不按 0 计，是错误；有保存结果时读入它，但没有经过核对，是提示。",
        en: """
          Without a stored result it is unknown, and not taken for 0: an error. A stored result is read, but \
          nobody checked it: a note.
          """),
      source: practice,
      example: Phrase(
        zh: "引用了其他文件的公式。", en: "A formula that refers to another file."),
      mend: Phrase(
        zh: "用 Excel 或 WPS 打开并保存，或改填数字。",
        en: "Open and save it in Excel or WPS, or write the number.")),
  ]

  /// The previous report is not last year's.
  static let previousYear = Rule(
    id: "previous.year", severity: .warning,
    what: Phrase(
      zh: "--previous 给出的报告应是上一年度的。", en: "The report given by --previous is of the year before."),
    why: Phrase(zh: "年度不对，跨年核对没有意义。", en: "Otherwise the cross-year relations mean nothing."),
    source: practice,
    example: Phrase(
      zh: "2024 年度报告与 2022 年度报告核对。", en: "A report of 2024 is held against one of 2022."),
    mend: Phrase(zh: "换成上一年度的报告。", en: "Give last year's report."))

  /// The previous report is another agency's.
  static let previousAgency = Rule(
    id: "previous.agency", severity: .warning,
    what: Phrase(
      zh: "--previous 给出的报告应是同一单位的。", en: "The report given by --previous is of the same agency."),
    why: Phrase(
      zh: "单位不对，跨年核对没有意义。", en: "Otherwise the cross-year relations mean nothing."),
    source: practice,
    example: Phrase(
      zh: "民政局的报告与司法局上年的报告核对。",
      en: "A report of one bureau is held against last year's report of another."),
    mend: Phrase(
      zh: "换成本单位上一年度的报告；单位改了名称的可不理会。",
      en: "Give the same agency's report; nothing is to be done where the agency was renamed."))
}
