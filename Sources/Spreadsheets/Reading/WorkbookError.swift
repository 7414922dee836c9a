public import Diagnostics

/// Why a workbook cannot be read.
///
/// Its message is one line that names the sheet, the cell, the part and the line as far as they are
/// known, and then the reason; the file's name is the caller's to put in front.
public struct WorkbookError: LimitedError, Hashable {
  /// What is wrong.
  public let code: Code
  /// The part at fault, such as `/xl/worksheets/sheet1.xml`, if one is.
  public let part: String?
  /// The line of that part, from 1, where it was noticed.
  public let line: Int?
  /// The name of the sheet, if one is at fault.
  public let sheet: String?
  /// The cell, if one is at fault.
  public let cell: CellReference?
  /// The reason alone, without the place.
  public let reason: Phrase
  /// The safety limit that was passed, with ``Code/limitExceeded``; nil with every other code.
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

  /// The safety limit that was passed, if it is about one.
  package var exceededLimit: Limit? { limit }

  /// The place as far as it is known, and the reason.
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
