import Diagnostics
import Spreadsheets

/// Passes the cells of a workbook's sheets to an output.
struct WorkbookInput {
  let workbook: Workbook
  /// Whether values are passed on as displayed.
  var isDisplayed = false

  /// Passes on all cells of `sheet`.
  func feed(_ sheet: SheetInfo, to output: any ConvertOutput) throws {
    try output.beginSheet(sheet.name)
    let (formats, dateSystem) = (try workbook.formats(), workbook.dateSystem)
    if isDisplayed {
      var feed = DisplayedFeed(output: output, formats: formats, dateSystem: dateSystem)
      try workbook.read(sheet, into: &feed)
    } else {
      var feed = WorkbookFeed(output: output, formats: formats, dateSystem: dateSystem)
      try workbook.read(sheet, into: &feed)
    }
    try output.endSheet()
  }

  /// The sheet that `--sheet` names, by its name or its number from 1.
  func sheet(_ asked: String) throws -> SheetInfo {
    if let sheet = workbook.sheet(named: asked) { return sheet }
    if let number = Int(asked), workbook.sheets.indices.contains(number &- 1) {
      return workbook.sheets[number - 1]
    }
    let names = workbook.sheets.map(\.name)
    throw Failure(
      .data,
      Phrase(
        zh: "没有名为“\(asked)”的工作表；有：\(names.joined(separator: "、"))",
        en: "there is no sheet named \"\(asked)\"; there are: \(names.joined(separator: ", "))"))
  }

  /// The first visible sheet, or the first with cells if none is visible.
  func firstSheet() throws -> SheetInfo {
    let sheets = workbook.sheets.filter(\.hasCells)
    guard let first = sheets.first(where: { $0.visibility == .visible }) ?? sheets.first else {
      throw Failure(
        .data, Phrase(zh: "工作簿里没有带单元格的工作表", en: "the workbook has no sheet with cells"))
    }
    return first
  }
}
