import Documents
import FormReading
package import ReportModel
import Spreadsheets

/// Writes a form as a workbook (.xlsx): an empty template, or a report.
///
/// The same input returns the same bytes.
package enum ReportWorkbook {
  /// Writes an empty template of `definition` to a new file at `path`.
  ///
  /// - Throws: `WorkbookWriterError` for a form that no workbook can hold, or the reason why the file cannot
  ///   be written.
  package static func writeTemplate(
    _ definition: FormDefinition, options: FormLayout.Options = FormLayout.Options(),
    to path: String
  ) throws {
    try write(FormLayout.template(definition, options: options), to: path)
  }

  /// Writes `report`, of the form `definition`, to a new file at `path`; the sheet 校验 compares it with last
  /// year's report, `previous`, if there is one.
  ///
  /// - Throws: `WorkbookWriterError`, or the reason why the file cannot be written.
  package static func write(
    _ report: Report, _ definition: FormDefinition, previous: Report? = nil, to path: String
  ) throws {
    try write(FormLayout.workbook(report, definition, previous: previous), to: path)
  }

  /// Writes a laid-out workbook to a new file at `path`.
  package static func write(_ workbook: LaidOutWorkbook, to path: String) throws {
    let writer = try WorkbookWriter(into: path, options: options(of: workbook))
    var styles: [CellRole: StyleIndex] = [:]
    for (place, sheet) in workbook.sheets.enumerated() {
      let target = try writer.addSheet(sheet.name, SheetLayout(of: sheet, isActive: place == 0))
      // In the order of the cells, not of a set: the same input must give the same bytes.
      for cell in sheet.cells where styles[cell.role] == nil {
        styles[cell.role] = try writer.style(cell.role.style)
      }
      try target.append(sheet, styles: styles)
    }
    for name in workbook.names {
      try writer.define(
        name.name,
        as: "\(SheetName.quoted(name.sheet))!\(name.reference.absoluteA1)")
    }
    try writer.finish()
  }

  private static func options(of workbook: LaidOutWorkbook) -> WorkbookWriterOptions {
    WorkbookWriterOptions(
      standardFont: .body,
      properties: WorkbookProperties(
        title: workbook.title, application: "xlsxreport",
        custom: workbook.properties.map { CustomProperty($0.name, $0.value) }),
      recalculatesOnLoad: true)
  }
}
