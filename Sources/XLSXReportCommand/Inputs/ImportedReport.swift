import Diagnostics
import Documents
import FormReading
import ReportModel

/// A report that was taken in, with what is to be said about it.
struct ImportedReport: Sendable {
  /// The form.
  let definition: FormDefinition
  /// The report.
  var report: Report
  /// What is wrong or doubtful, in the order in which it was found.
  var findings: [Finding]
  /// What was read out of the file; nil for a report in JSON.
  let document: GridDocument?
  /// How it was read; nil for a report in JSON.
  let reading: FormReading?
  /// The workbook that it was read out of: the file itself, or what a converter made of it; nil for what is
  /// no workbook.
  let workbook: Input?

  /// A finding's cell for `field`: where it stands, or the field alone.
  func cell(_ field: FieldName) -> FindingCell {
    if let reading { return reading.cell(field) }
    return FindingCell(field: field.description)
  }

  /// Tells on stderr what was found, where findings are not the command's own answer.
  ///
  /// - Returns: the exit code that they ask for.
  func printFindings() -> ExitStatus {
    let renderer = FindingText(language: .current)
    for finding in findings { StandardStream.errors.draw(renderer.text(finding)) }
    return findings.contains { $0.severity == .error } ? .findings : .done
  }
}
