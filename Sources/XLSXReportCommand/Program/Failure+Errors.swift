import DelimitedText
import Diagnostics
import FormReading
import ReportModel
import Spreadsheets
import ZipFiles

extension Failure {
  /// Makes a failure of any error that a library throws.
  ///
  /// This is the only place where an error gets its exit code.
  init(_ error: any Error, file: String? = nil) {
    switch error {
    case let failure as Failure:
      self.init(
        failure.status, file: failure.file ?? file, failure.phrase, rule: failure.rule)
    case let error as OutputError:
      self.init(ExitStatus(rawValue: error.exitCode) ?? .cannotCreate, file: file, error.phrase)
    case let error as ByteSourceError:
      self.init(Self.status(of: error), file: file, error.phrase)
    case let error as any LimitedError where error.exceededLimit != nil:
      self.init(.data, file: file, Self.phrase(error))
    case let error as ZipError:
      self.init(Self.status(of: error), file: file, error.phrase)
    case let error as WorkbookError where error.code == .unreadable:
      self.init(.noInput, file: file, error.phrase)
    case let error as WorkbookWriterError:
      self.init(Self.status(of: error.reason), file: file, error.phrase)
    case let error as WorkbookEditorError:
      self.init(Self.status(of: error), file: file, error.phrase)
    case let error as FormUnrecognised:
      self.init(.data, file: file, error.phrase, rule: "form.unrecognised")
    case let error as any PhrasedError:
      self.init(.data, file: file, error.phrase)
    default:
      self.init(.software, file: file, Self.fault(error))
    }
  }

  /// Runs `work`, and reports its errors as errors of `file`.
  static func naming<Result: ~Copyable>(
    _ file: String, _ work: () throws -> Result
  ) throws(Failure) -> Result {
    do {
      return try work()
    } catch {
      throw Failure(error, file: file)
    }
  }

  private static func status(of error: ByteSourceError) -> ExitStatus {
    switch error {
    case .cannotOpen, .isFolder: .noInput
    case .cannotRead: .inputOutput
    }
  }

  private static func status(of error: ZipError) -> ExitStatus {
    switch error {
    case .cannotOpen: .noInput
    case .readFailed, .writeFailed: .inputOutput
    default: .data
    }
  }

  private static func status(of error: WorkbookEditorError) -> ExitStatus {
    if case .file(let reason) = error.reason { status(of: reason) } else { .data }
  }

  private static func status(of reason: WorkbookWriterError.Reason) -> ExitStatus {
    switch reason {
    case .cannotCreate: .cannotCreate
    case .writeFailed: .inputOutput
    default: .data
    }
  }

  /// The message of an error about a safety limit, and the option that raises it.
  private static func phrase(_ error: any LimitedError) -> Phrase {
    let phrase = error.phrase
    guard let limit = error.exceededLimit?.rawValue else { return phrase }
    return Phrase(
      zh: "\(phrase.zh)（--limit \(limit)=数值）", en: "\(phrase.en) (--limit \(limit)=VALUE)")
  }

  private static func fault(_ error: any Error) -> Phrase {
    Phrase(
      zh: "程序内部错误，请连同这一行一起反馈：\(error)",
      en: "a fault of this program's own; please report it with this line: \(error)")
  }
}
