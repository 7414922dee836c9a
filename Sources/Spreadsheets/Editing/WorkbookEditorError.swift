public import Diagnostics
import ZipFiles

/// Why a workbook cannot be changed: what was found, and what to do.
public struct WorkbookEditorError: PhrasedError, Hashable {
  /// Why the change is not possible.
  public let reason: Reason
  /// The part, such as `/xl/styles.xml`, if the error is about one.
  public let part: String?
  /// The name of the sheet, if the error is about one.
  public let sheet: String?
  /// The cell or range, such as `C5`, if the error is about one.
  public let cell: String?

  init(_ reason: Reason, part: String? = nil, sheet: String? = nil, cell: String? = nil) {
    self.reason = reason
    self.part = part
    self.sheet = sheet
    self.cell = cell
  }

  /// Wraps an error of a lower layer in a public one: ``WorkbookEditorError`` for a file that cannot be
  /// written, ``WorkbookError`` for a part that cannot be read.
  static func wrapping(_ error: any Error) -> any Error {
    switch error {
    case ZipError.cannotOpen(let fault): WorkbookEditorError(.file(.cannotCreate(fault)))
    case ZipError.writeFailed(let fault): WorkbookEditorError(.file(.writeFailed(fault)))
    default: WorkbookError.wrapping(error)
    }
  }

  /// Calls `work` and wraps its errors in public ones.
  static func naming<Result: ~Copyable>(_ work: () throws -> Result) throws -> Result {
    do { return try work() } catch { throw wrapping(error) }
  }

  /// The message: `PART: ` or `SHEET!CELL: `, and the reason.
  public var phrase: Phrase {
    let words = reason.phrase
    let place = [sheet ?? part, cell].compactMap { $0 }.joined(separator: "!")
    guard !place.isEmpty else { return words }
    return Phrase(zh: "\(place)：\(words.zh)", en: "\(place): \(words.en)")
  }
}
