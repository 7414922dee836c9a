import Diagnostics
import ReportModel

/// The output of findings in one of the formats.
final class FindingOutput {
  private let format: FindingOptions.Format
  private let file: OutputFile?
  private let rules: [Rule]
  private var kept: [Finding] = []

  /// Opens the output that `options` request.
  ///
  /// - Parameters:
  ///   - options: The format, and the file if one is named.
  ///   - path: The stream for findings if no file is named; nil for stderr.
  ///   - replacing: Whether a file that exists is replaced.
  ///   - inputs: The files that are never replaced.
  ///   - sources: The files that findings come from.
  ///   - forms: The forms whose rules a SARIF log describes.
  /// - Throws: ``Failure`` with ``ExitStatus/cannotCreate``.
  init(
    _ options: FindingOptions, otherwise path: String?, replacing: Bool, inputs: InputFiles,
    sources: InputFiles,
    forms: @autoclosure () -> [FormDefinition]
  ) throws {
    format = options.findings
    rules = options.findings == .sarif ? RuleCatalogue.rules(for: forms()) : []
    file = try (options.findingsOutput ?? path).map { path in
      try Failure.naming(path) {
        try OutputFile(path: path, replacing: replacing, inputs: inputs, sources: sources)
      }
    }
  }

  /// Writes `findings`, or keeps them if the format needs all of them at once.
  func write(_ findings: [Finding]) throws {
    guard !findings.isEmpty else { return }
    switch format {
    case .text:
      let renderer = FindingText(language: .current)
      try write(findings.map(renderer.text).joined())
    case .json:
      let renderer = FindingJSON(language: .current)
      try write(findings.map { renderer.line($0) + "\n" }.joined())
    case .sarif: kept += findings
    }
  }

  /// Writes what was kept and commits the file.
  func finish() throws {
    if format == .sarif {
      let renderer = FindingSARIF(language: .current, version: Version.number, rules: rules)
      try write(renderer.log(kept))
    }
    try file?.commit()
  }

  private func write(_ text: String) throws {
    guard !text.isEmpty else { return }
    if let file {
      try file.write(text)
    } else {
      try StandardStream.errors.write(text)
    }
  }
}
