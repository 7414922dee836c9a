public import Diagnostics
import ZipFiles

/// Why a workbook cannot be changed as asked: what was found, and what to do.
public struct WorkbookEditorError: PhrasedError, Hashable {
  /// What stands in the way.
  public let reason: Reason
  /// The part it was found in, such as `/xl/styles.xml`, if it is about one.
  public let part: String?
  /// The name of the sheet, if it is about one.
  public let sheet: String?
  /// The cell or range, such as `C5`, if it is about one.
  public let cell: String?

  init(_ reason: Reason, part: String? = nil, sheet: String? = nil, cell: String? = nil) {
    self.reason = reason
    self.part = part
    self.sheet = sheet
    self.cell = cell
  }

  /// Makes an error of a lower layer one that a program can name: a ``WorkbookEditorError`` for a file that
  /// cannot be written, a ``WorkbookError`` for a part that cannot be read.
  static func wrapping(_ error: any Error) -> any Error {
    switch error {
    case ZipError.cannotOpen(let fault): WorkbookEditorError(.file(.cannotCreate(fault)))
    case ZipError.writeFailed(let fault): WorkbookEditorError(.file(.writeFailed(fault)))
    default: WorkbookError.wrapping(error)
    }
  }

  /// Does `work`, whose errors become those that a program can name.
  static func naming<Result: ~Copyable>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch { throw wrapping(error) }
  }

  /// The place, as `PART: ` or `SHEET!CELL: `, and the reason in words.
  public var phrase: Phrase {
    let words = reason.phrase
    let place = [sheet ?? part, cell].compactMap { $0 }.joined(separator: "!")
    guard !place.isEmpty else { return words }
    return Phrase(zh: "\(place)：\(words.zh)", en: "\(place): \(words.en)")
  }
}
