package import Diagnostics

/// A document in which no form was recognised.
package struct FormUnrecognised: PhrasedError, Hashable {
  /// The forms that were looked for.
  package let forms: [String]
  /// The tables that were looked for, by their headings.
  package let tables: [String]
  /// The sheets that were seen.
  package let sheets: [String]
  /// The form that our own workbook or delimited text names, if the library does not have it.
  package var madeFor: String?

  /// What was looked for and what was seen.
  package var phrase: Phrase {
    if let madeFor {
      return Phrase(
        zh: "这是按表式“\(madeFor)”生成的，这里没有该表式；请用 --form 给出它的定义文件",
        en: """
          this was made for the form “\(madeFor)”, which is not known here; give its definition with \
          --form
          """)
    }
    let looked = tables.joined(separator: "、")
    guard !sheets.isEmpty else {
      return Phrase(
        zh: "没有识别出任何报表：文件中没有表格。请填写模板（xlsxreport template）后再导入",
        en: """
          no form recognised: the file holds no tables; fill in the template \
          (xlsxreport template) and import that
          """)
    }
    // A plain text has no sheet name.
    let names = sheets.filter { !$0.isEmpty }
    let seen = names.count > 8 ? Array(names.prefix(8)) + ["…"] : names
    let (zh, en) =
      seen.isEmpty
      ? ("", "")
      : (
        "，看过的工作表：\(seen.joined(separator: "、"))",
        "; sheets seen: \(seen.joined(separator: ", "))"
      )
    return Phrase(
      zh: """
        没有识别出任何报表：查找了“\(looked)”\(zh)。\
        请检查表中的行、列标题，或填写模板（xlsxreport template）
        """,
      en: """
        no form recognised: looked for the tables \(looked)\(en); \
        check the labels of rows and columns, or fill in the template (xlsxreport template)
        """)
  }
}
