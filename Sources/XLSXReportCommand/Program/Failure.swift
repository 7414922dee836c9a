import Diagnostics
import ReportModel

/// What ends a command, or the work on one file: an exit code and one line that says why.
struct Failure: Error, Hashable {
  /// What the program ends with.
  let status: ExitStatus
  /// The file that it is about, as the user named it.
  let file: String?
  /// The message, without the file's name.
  let phrase: Phrase
  /// The rule that it breaks, where it is about a submission that cannot be read.
  let rule: RuleID?

  /// Makes a failure.
  init(_ status: ExitStatus, file: String? = nil, _ phrase: Phrase, rule: RuleID? = nil) {
    self.status = status
    self.file = file
    self.phrase = phrase
    self.rule = rule
  }

  /// The one line for stderr, control characters as they are; without a file, the program's own name comes
  /// first.
  func line(in language: Language) -> String {
    "\(file ?? "xlsxreport"): \(phrase[language])"
  }
}
