import Diagnostics

/// The error messages for sheets and their related parts.
enum Fault {
  static func reference(_ text: String) -> Phrase {
    Phrase(
      zh: "单元格引用“\(text.excerpt)”无效；应如 B3，且不超过 XFD1048576",
      en:
        "the cell reference \"\(text.excerpt)\" is not valid; expected one like B3, up to XFD1048576"
    )
  }

  static func rowNumber(_ text: String) -> Phrase {
    Phrase(
      zh: "行号“\(text.excerpt)”无效；应为 1 到 1048576 的整数",
      en: "the row number \"\(text.excerpt)\" is not valid; expected 1 to 1048576")
  }

  static var tooManyRows: Phrase {
    Phrase(zh: "行数超过 1048576，这是工作表的上限", en: "has more rows than a sheet can have, 1048576")
  }

  static var tooManyColumns: Phrase {
    Phrase(
      zh: "一行的单元格超过 16384 个，这是工作表的上限",
      en: "a row has more cells than a sheet has columns, 16384")
  }

  static func number(_ text: String) -> Phrase {
    Phrase(
      zh: "数字单元格的内容“\(text.excerpt)”不是双精度数能表示的数",
      en: "a number cell holds \"\(text.excerpt)\", which is no number that a double can hold")
  }

  static var severalValues: Phrase {
    Phrase(
      zh: "单元格里有两个值，哪一个有效不明确；请用 Excel 或 WPS 打开后另存",
      en: """
        the cell holds two values, and which one counts is uncertain; \
        open the file in Excel or WPS and save it again
        """)
  }

  static func boolean(_ text: String) -> Phrase {
    Phrase(
      zh: "逻辑值单元格的内容“\(text.excerpt)”无效；应为 0 或 1",
      en: "a boolean cell holds \"\(text.excerpt)\"; expected 0 or 1")
  }

  static func cellType(_ text: String) -> Phrase {
    Phrase(
      zh: "单元格类型“\(text.excerpt)”未知；应为 b、d、e、inlineStr、n、s 或 str",
      en: """
        the cell type "\(text.excerpt)" is not known; \
        expected b, d, e, inlineStr, n, s or str
        """)
  }

  static func stringIndex(_ text: String, count: Int) -> Phrase {
    Phrase(
      zh: "共享字符串序号“\(text.excerpt)”无效；共享字符串表有 \(count) 项，序号从 0 开始",
      en: """
        the shared string index "\(text.excerpt)" is not valid; \
        the table holds \(count), counted from 0
        """)
  }

  static var missingStrings: Phrase {
    Phrase(
      zh: "单元格引用共享字符串，但文件中没有共享字符串表，可能不完整",
      en: "a cell refers to the shared strings, but the file has none; it may be incomplete")
  }

  static func root(expected: String) -> Phrase {
    Phrase(
      zh: "根元素应为 SpreadsheetML 的 \(expected)，实际不是",
      en: "the root element should be \(expected) of SpreadsheetML, but is another")
  }
}

extension Fault {
  static func missingLink(_ id: String) -> Phrase {
    Phrase(
      zh: "工作簿没有指明该工作表的部件（关系“\(id.excerpt)”不存在）；请用 Excel 或 WPS 打开后另存",
      en: """
        the workbook does not say which part holds the sheet (no relationship "\(id.excerpt)"); \
        open the file in Excel or WPS and save it again
        """)
  }

  static func missingTarget(_ target: String) -> Phrase {
    Phrase(
      zh: "工作表的部件“\(target.excerpt)”不在文件中；请用 Excel 或 WPS 打开后另存",
      en: """
        the sheet's part "\(target.excerpt)" is not in the file; \
        open the file in Excel or WPS and save it again
        """)
  }

  static var noSheets: Phrase {
    Phrase(zh: "工作簿中没有任何工作表", en: "the workbook has no sheets")
  }

  static var foreignSheet: Phrase {
    Phrase(
      zh: "这张工作表出自另一个工作簿；请从本工作簿的 sheets 中取用",
      en: "the sheet was listed by another workbook; take it out of this workbook's sheets")
  }

  static var noCells: Phrase {
    Phrase(
      zh: "这是图表工作表或对话框工作表，没有单元格",
      en: "this is a chart sheet or dialog sheet, which has no cells")
  }
}
