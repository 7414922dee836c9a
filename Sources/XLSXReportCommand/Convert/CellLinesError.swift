import Diagnostics

/// The reason why a line of `.ndjson` is not a cell.
struct CellLinesError: PhrasedError, Hashable {
  /// What is wrong with a line.
  enum Reason: Hashable {
    /// It is not a JSON object.
    case notAnObject
    /// A member is missing or has an invalid value; with its name.
    case member(String)
    /// The reference is not a cell's.
    case reference(String)
    /// The cell precedes an earlier one; cells must be in a sheet's order.
    case order(String)
    /// The sheet ended before, at another sheet's cells.
    case sheetAgain(String)
  }

  /// The line, from 1.
  let line: Int
  /// What is wrong with it.
  let reason: Reason

  /// The line, and what it should contain.
  var phrase: Phrase {
    let (zh, en) =
      switch reason {
      case .notAnObject:
        (
          "不是 JSON 对象；每行应为一个单元格，如 {\"sheet\":\"表1\",\"ref\":\"A1\",\"type\":\"number\",\"value\":1}",
          """
          is no JSON object; each line is a cell, such as \
          {"sheet":"Sheet1","ref":"A1","type":"number","value":1}
          """
        )
      case .member(let name):
        ("成员 \(name) 缺失或不对", "the member \(name) is missing or wrong")
      case .reference(let text):
        ("“\(text)”不是单元格地址；应如 B2", "\"\(text)\" is no cell reference; it should be like B2")
      case .order(let text):
        (
          "单元格 \(text) 排在前面的单元格之前；同一工作表的单元格要按行、再按列排列",
          "the cell \(text) comes too late; the cells of a sheet go by row, then by column"
        )
      case .sheetAgain(let name):
        (
          "工作表“\(name)”的单元格不连续；同一工作表的行要放在一起",
          "the cells of the sheet \"\(name)\" are not together; keep a sheet's lines together"
        )
      }
    return Phrase(zh: "第 \(line) 行：\(zh)", en: "line \(line): \(en)")
  }
}
