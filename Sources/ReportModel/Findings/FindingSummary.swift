package import Diagnostics

/// The number of findings of each severity, for the lines after them.
package struct FindingSummary: Sendable, Hashable {
  /// The number of errors.
  package private(set) var errors = 0
  /// The number of warnings.
  package private(set) var warnings = 0
  /// The number of notes.
  package private(set) var notes = 0

  /// Counts `findings`.
  package init(_ findings: [Finding] = []) {
    for finding in findings { add(finding.severity) }
  }

  /// Counts one more finding of `severity`.
  package mutating func add(_ severity: Severity) {
    switch severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note: notes += 1
    }
  }

  /// Adds the numbers of `other`.
  package mutating func add(_ other: FindingSummary) {
    errors += other.errors
    warnings += other.warnings
    notes += other.notes
  }

  /// The line after one file's findings.
  package func phrase(file: String) -> Phrase {
    let file = file.withControlsEscaped
    return Phrase(zh: "\(file)：\(counts.zh)", en: "\(file): \(counts.en)")
  }

  /// The line after all files' findings.
  ///
  /// - Parameters:
  ///   - files: How many files there were.
  ///   - unreadable: How many of them could not be read.
  ///   - skipped: How many further ones were skipped.
  /// - Returns: The whole line.
  package func total(files: Int, unreadable: Int, skipped: Int = 0) -> Phrase {
    var zh = "共 \(files) 个文件"
    var en = files == 1 ? "1 file in all" : "\(files) files in all"
    if unreadable > 0 {
      zh += "，其中 \(unreadable) 个无法读取"
      en += ", \(unreadable) of them unreadable"
    }
    if skipped > 0 {
      zh += "，另跳过 \(skipped) 个"
      en += ", \(skipped) more skipped"
    }
    return Phrase(zh: "\(zh)：\(counts.zh)", en: "\(en): \(counts.en)")
  }

  /// The numbers in words, without those that are 0.
  package var counts: Phrase {
    let counted = [
      (errors, "个错误", "error"), (warnings, "个警告", "warning"), (notes, "个提示", "note"),
    ].filter { $0.0 > 0 }
    guard !counted.isEmpty else { return Phrase(zh: "没有发现问题", en: "nothing found") }
    return Phrase(
      zh: counted.map { "\($0.0) \($0.1)" }.joined(separator: "，"),
      en: counted.map { "\($0.0) \($0.2)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", "))
  }
}
