public import Diagnostics

/// Why a workbook cannot be read.
///
/// The message is one line: the sheet, the cell, the part and the line, if they are known, and the reason.
/// The caller puts the file's name in front.
public struct WorkbookError: LimitedError, Hashable {
  /// What is wrong.
  public let code: Code
  /// The part with the error, such as `/xl/worksheets/sheet1.xml`, if there is one.
  public let part: String?
  /// The line of that part at which the error was detected, from 1.
  public let line: Int?
  /// The name of the sheet with the error, if there is one.
  public let sheet: String?
  /// The cell with the error, if there is one.
  public let cell: CellReference?
  /// The reason, without the position.
  public let reason: Phrase
  /// The exceeded safety limit, with ``Code/limitExceeded``; otherwise nil.
  public let limit: Limit?

  init(
    _ code: Code, _ reason: Phrase, part: String? = nil, line: Int? = nil, sheet: String? = nil,
    cell: CellReference? = nil, limit: Limit? = nil
  ) {
    self.code = code
    self.reason = reason
    self.part = part
    self.line = line
    self.sheet = sheet
    self.cell = cell
    self.limit = limit
  }

  /// The exceeded safety limit, if one caused the error.
  package var exceededLimit: Limit? { limit }

  /// The position, if it is known, and the reason.
  public var phrase: Phrase {
    Phrase(
      zh: place(
        sheet: "工作表“", "”", cell: "单元格 ", part: "部件 ", line: "第 ", " 行", comma: "，", end: "：")
        + reason.zh,
      en: place(
        sheet: "sheet \"", "\"", cell: "cell ", part: "part ", line: "line ", "", comma: ", ",
        end: ": ") + reason.en)
  }

  private func place(
    sheet sheetStart: String, _ sheetEnd: String, cell cellStart: String, part partStart: String,
    line lineStart: String, _ lineEnd: String, comma: String, end: String
  ) -> String {
    let pieces = [
      sheet.map { sheetStart + $0 + sheetEnd }, cell.map { cellStart + $0.description },
      part.map { partStart + $0 }, line.map { lineStart + String($0) + lineEnd },
    ].compactMap { $0 }
    return pieces.isEmpty ? "" : pieces.joined(separator: comma) + end
  }
}
