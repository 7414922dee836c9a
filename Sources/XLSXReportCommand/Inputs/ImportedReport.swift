import Diagnostics
import Documents
import FormReading
import ReportModel

/// An imported report, with its findings.
struct ImportedReport: Sendable {
  /// The form.
  let definition: FormDefinition
  /// The report.
  var report: Report
  /// The findings, in the order in which they were made.
  var findings: [Finding]
  /// The content of the file; nil for a report in JSON.
  let document: GridDocument?
  /// The reading; nil for a report in JSON.
  let reading: FormReading?
  /// The workbook that it was read from, which may be a converter's result; nil for an input that is not a
  /// workbook.
  let workbook: Input?

  /// A finding's cell for `field`: its position, or the field alone.
  func cell(_ field: FieldName) -> FindingCell {
    if let reading { return reading.cell(field) }
    return FindingCell(field: field.description)
  }

  /// Reports the findings on stderr, for commands whose own output is something else.
  ///
  /// - Returns: The exit code for them.
  func printFindings() -> ExitStatus {
    let renderer = FindingText(language: .current)
    for finding in findings { StandardStream.errors.draw(renderer.text(finding)) }
    return findings.contains { $0.severity == .error } ? .findings : .done
  }
}
