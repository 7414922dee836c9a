import Diagnostics
import ReportModel

/// The totals of several files.
struct BatchTally {
  private let skipped: Int
  private var files = 0
  private var unreadable = 0
  private var summary = FindingSummary()
  /// The largest of the files' exit codes.
  private(set) var status = ExitStatus.done

  /// Begins to count; `skipped` files of folders are skipped.
  init(skipped: Int) { self.skipped = skipped }

  /// Counts a file.
  mutating func add(_ result: ImportResult, status: ExitStatus, _ summary: FindingSummary) {
    files += 1
    if case .failure = result { unreadable += 1 }
    self.summary.add(summary)
    self.status = max(self.status, status)
  }

  /// The line after all files.
  var phrase: Phrase { summary.total(files: files, unreadable: unreadable, skipped: skipped) }
}
