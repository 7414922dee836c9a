import Findings
import Languages

/// What became of one file.
enum IntakeResult: Sendable {
  /// It was read.
  case report(IntakeReport)
  /// It could not be read.
  case failure(Failure)

  /// What is to be said about `file`; one that could not be read has one finding that says why.
  func findings(file: String) -> [Finding] {
    switch self {
    case .report(let report): report.findings
    case .failure(let failure):
      [
        Finding(
          file: file, rule: failure.rule ?? "file.unreadable", severity: .error,
          message: failure.phrase)
      ]
    }
  }

  /// The exit code that the file asks for; `strict` counts warnings as errors.
  func status(strict: Bool) -> ExitStatus {
    switch self {
    case .report(let report):
      report.findings.contains { $0.severity >= (strict ? .warning : .error) } ? .findings : .done
    case .failure(let failure): failure.status
    }
  }
}
