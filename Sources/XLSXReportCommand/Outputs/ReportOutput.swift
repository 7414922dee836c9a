import DelimitedText
import Diagnostics
import FormWriting
import ReportModel

/// The output of reports in one of the formats.
final class ReportOutput {
  private let format: ImportCommand.Format
  private let isSeveral: Bool
  private let csvOptions: DelimitedWriter.Options
  private let file: OutputFile
  private var kept: [AgencyTable.Row] = []
  private var isWritten = false

  /// Opens an output to `path`.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is stdout.
  ///   - format: The format; nil for JSON.
  ///   - isSeveral: Whether there are reports of several files.
  ///   - replacing: Whether a file that exists is replaced.
  ///   - inputs: The files that are never replaced.
  ///   - sources: The files that reports come from.
  /// - Throws: ``Failure`` with ``ExitStatus/cannotCreate``.
  init(
    _ path: String, _ format: ImportCommand.Format?, isSeveral: Bool, replacing: Bool,
    inputs: InputFiles, sources: InputFiles
  ) throws {
    self.format = format ?? .json
    self.isSeveral = isSeveral
    csvOptions = .output(to: path)
    file = try Failure.naming(path) {
      try OutputFile(path: path, replacing: replacing, inputs: inputs, sources: sources)
    }
  }

  /// Writes the result of the file `name`, or keeps it if the format needs all of them at once.
  func write(_ name: String, _ result: ImportResult) throws {
    switch result {
    case .report(let imported): try write(name, imported)
    case .failure(let failure):
      guard isSeveral, format == .json || format == .ndjson else { return }
      try file.write(Self.line(name, failure) + "\n")
      isWritten = true
    }
  }

  /// Writes what was kept and commits the file; if nothing was read from a single file, no file remains.
  func finish() throws {
    if format == .csv, isSeveral {
      try file.write(AgencyTable.bytes(kept, csvOptions))
      isWritten = true
    }
    guard isWritten else { return file.discard() }
    try file.commit()
  }

  private func write(_ name: String, _ imported: ImportedReport) throws {
    isWritten = true
    switch format {
    case .json where !isSeveral:
      try file.write(ReportJSON.text(imported.report, imported.definition))
    case .json, .ndjson:
      try file.write(ReportJSON.line(imported.report, imported.definition) + "\n")
    case .csv where isSeveral:
      kept.append(
        AgencyTable.Row(file: name, report: imported.report, definition: imported.definition))
    case .csv:
      try file.write(ReportCSV.bytes(imported.report, imported.definition, options: csvOptions))
    case .table:
      try file.write(ReportDrawing.text(imported.report, imported.definition))
      if isSeveral { try file.write("\n") }
    }
  }

  /// The line of a file that could not be read.
  private static func line(_ name: String, _ failure: Failure) -> String {
    let tree: JSONTree = [
      "file": .string(name.shownFileName), "error": .string(failure.phrase.text),
    ]
    return tree.line
  }
}

extension DelimitedWriter.Options {
  /// The options of a CSV at `path`: for a file as Excel and WPS open it correctly, for a pipe plain.
  static func output(to path: String) -> Self {
    var options = Self()
    if path == "-" {
      options.encoding = .utf8
      options.lineEnding = .lineFeed
    }
    return options
  }
}
