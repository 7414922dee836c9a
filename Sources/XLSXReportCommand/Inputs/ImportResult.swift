import Diagnostics
import ReportModel

/// The result of one file.
enum ImportResult: Sendable {
  /// It was read.
  case report(ImportedReport)
  /// It could not be read.
  case failure(Failure)

  /// The findings about `file`; an unreadable file has one finding with the reason.
  func findings(file: String) -> [Finding] {
    switch self {
    case .report(let report): report.findings
    case .failure(let failure): [failure.finding(file: file)]
    }
  }

  /// The exit code for the file; `strict` counts warnings as errors.
  func status(strict: Bool) -> ExitStatus {
    switch self {
    case .report(let report):
      report.findings.contains { $0.severity >= (strict ? .warning : .error) } ? .findings : .done
    case .failure(let failure): failure.status
    }
  }
}

extension Failure {
  /// The failure as a finding of `file`: `file.failed` if the file itself may be valid.
  fileprivate func finding(file: String) -> Finding {
    Finding(
      file: file, rule: rule ?? (status.isFailure ? "file.failed" : "file.unreadable"),
      severity: .error, message: phrase)
  }

  /// The failure of the annotated copy of `file` as a finding of `file`.
  func copyFinding(file: String) -> Finding {
    let copy = self.file.map { $0 == file ? "" : $0 } ?? ""
    return Finding(
      file: file, rule: "file.failed", severity: .error,
      message: Phrase(
        zh: "没有写出标注的副本\(copy.isEmpty ? "" : " \(copy)")：\(phrase.zh)",
        en: "the annotated copy\(copy.isEmpty ? "" : " \(copy)") was not written: \(phrase.en)"))
  }
}
