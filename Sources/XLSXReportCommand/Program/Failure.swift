import Diagnostics
import ReportModel

/// The error that ends a command, or the work on one file: an exit code and a message of one line.
struct Failure: Error, Hashable {
  /// The exit code of the program.
  let status: ExitStatus
  /// The file in question, as the user named it.
  let file: String?
  /// The message, without the file's name.
  let phrase: Phrase
  /// The rule of the finding, if a submission cannot be read.
  let rule: RuleID?

  /// Makes a failure.
  init(_ status: ExitStatus, file: String? = nil, _ phrase: Phrase, rule: RuleID? = nil) {
    self.status = status
    self.file = file
    self.phrase = phrase
    self.rule = rule
  }

  /// The line for stderr, with control characters unescaped; without a file, the program's own name comes
  /// first.
  func line(in language: Language) -> String {
    "\(file ?? "xlsxreport"): \(phrase[language])"
  }
}
