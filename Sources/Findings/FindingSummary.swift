package import Languages

/// How many findings of each severity there are, for the lines after them.
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
  /// - Returns: The whole line.
  package func total(files: Int, unreadable: Int) -> Phrase {
    let files = Phrase(
      zh: "共 \(files) 个文件", en: files == 1 ? "1 file in all" : "\(files) files in all")
    guard unreadable > 0 else {
      return Phrase(zh: "\(files.zh)：\(counts.zh)", en: "\(files.en): \(counts.en)")
    }
    return Phrase(
      zh: "\(files.zh)，其中 \(unreadable) 个无法读取：\(counts.zh)",
      en: "\(files.en), \(unreadable) of them unreadable: \(counts.en)")
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
