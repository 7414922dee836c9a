import Diagnostics
import OpenPackaging
import XMLStreams
import ZipFiles

extension WorkbookError {
  /// Wraps `error`, which a lower layer threw while reading `part`, in an error of the workbook.
  static func wrapping(
    _ error: any Error, part: String? = nil, sheet: String? = nil, line: Int? = nil
  ) -> any Error {
    switch error {
    case is WorkbookError: error
    case let error as XMLError:
      WorkbookError(
        .malformedXML, error.reason.phrase, part: part, line: error.position.line, sheet: sheet)
    case let error as LimitExceeded:
      WorkbookError(
        .limitExceeded, error.phrase, part: part, line: line, sheet: sheet, limit: error.limit)
    case let error as ZipError:
      WorkbookError(Code(error), error.phrase, sheet: sheet, limit: error.exceededLimit)
    case let error as OPCError:
      WorkbookError(
        error.exceededLimit == nil ? .notAPackage : .limitExceeded, error.phrase, part: part,
        sheet: sheet, limit: error.exceededLimit)
    default: error  // an error of the sink
    }
  }
}

extension WorkbookError.Code {
  /// The code for `error`.
  init(_ error: ZipError) {
    switch error {
    case .cannotOpen, .readFailed, .writeFailed: self = .unreadable
    case .encryptedEntry: self = .encrypted
    case .beyondLimit: self = .limitExceeded
    case .missingEntry: self = .missingPart
    default: self = .notAPackage
    }
  }
}
