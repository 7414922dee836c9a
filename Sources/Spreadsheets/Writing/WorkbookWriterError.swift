public import Diagnostics
import ZipFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why something cannot be written into a workbook: what was given, what the format takes, what to do.
public struct WorkbookWriterError: PhrasedError, Hashable {
  /// What is wrong with what was given.
  public let reason: Reason
  /// The name of the sheet it was meant for, if it was meant for one.
  public let sheet: String?
  /// The cell or range it was meant for, such as `C5`, if it was meant for one.
  public let cell: String?

  init(_ reason: Reason, sheet: String? = nil, cell: String? = nil) {
    self.reason = reason
    self.sheet = sheet
    self.cell = cell
  }

  /// Says why an archive cannot be written.
  init(_ error: ZipError) {
    switch error {
    case .cannotOpen(let fault): self.init(Reason.cannotCreate(fault))
    case .writeFailed(let fault), .readFailed(let fault): self.init(Reason.writeFailed(fault))
    default: self.init(Reason.writeFailed(SystemFault(code: EIO)))
    }
  }

  /// The place, as `SHEET!CELL: `, and the reason in words.
  public var phrase: Phrase {
    let words = reason.phrase
    let place = [sheet, cell].compactMap { $0 }.joined(separator: "!")
    guard !place.isEmpty else { return words }
    return Phrase(zh: "\(place)：\(words.zh)", en: "\(place): \(words.en)")
  }

  /// The same error, said of a place that only the caller knows.
  func at(sheet: String?, cell: String? = nil) -> WorkbookWriterError {
    WorkbookWriterError(reason, sheet: self.sheet ?? sheet, cell: self.cell ?? cell)
  }
}
