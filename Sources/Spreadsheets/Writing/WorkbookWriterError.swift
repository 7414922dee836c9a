public import Diagnostics
import ZipFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why something cannot be written to a workbook: what was given, what the format allows, what to do.
public struct WorkbookWriterError: PhrasedError, Hashable {
  /// The reason.
  public let reason: Reason
  /// The name of the sheet, if the error is about one.
  public let sheet: String?
  /// The cell or range, such as `C5`, if the error is about one.
  public let cell: String?

  init(_ reason: Reason, sheet: String? = nil, cell: String? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cell = cell
  }

  /// Makes the error for an archive that cannot be written.
  init(_ error: ZipError) {
    switch error {
    case .cannotOpen(let fault): self.init(Reason.cannotCreate(fault))
    case .writeFailed(let fault), .readFailed(let fault): self.init(Reason.writeFailed(fault))
    default: self.init(Reason.writeFailed(SystemFault(code: EIO)))
    }
  }

  /// The message: `SHEET!CELL: ` and the reason.
  public var phrase: Phrase {
    let words = reason.phrase
    let place = [sheet, cell].compactMap { $0 }.joined(separator: "!")
    guard !place.isEmpty else { return words }
    return Phrase(zh: "\(place)：\(words.zh)", en: "\(place): \(words.en)")
  }

  /// The same error with a position that only the caller knows.
  func at(sheet: String?, cell: String? = nil) -> WorkbookWriterError {
    WorkbookWriterError(reason, sheet: self.sheet ?? sheet, cell: self.cell ?? cell)
  }
}
