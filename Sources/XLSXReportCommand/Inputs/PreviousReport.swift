import ReportModel

/// Last year's report, with the positions of its fields.
struct PreviousReport: Sendable {
  /// The file as the user named it.
  let file: String
  /// The imported report.
  let imported: ImportedReport

  /// The report.
  var report: Report { imported.report }

  /// A finding's cell for `field` of last year's report.
  func cell(_ field: FieldName) -> FindingCell {
    var cell = imported.cell(field)
    cell.file = file
    return cell
  }
}
