import DelimitedText
import Diagnostics
import ReportModel

/// Reports as one CSV: one row per agency, one column per field.
enum AgencyTable {
  /// A report, the file it came from, and its form.
  struct Row {
    let file: String
    let report: Report
    let definition: FormDefinition
  }

  /// The bytes of the table; reports of several forms have the fields of all of them as columns, in the order
  /// of their first occurrence.
  ///
  /// - Throws: `TextEncodingError`.
  static func bytes(_ rows: [Row], _ options: DelimitedWriter.Options) throws -> [UInt8] {
    var fields: [FieldName] = []
    var known: Set<FieldName> = []
    var forms: Set<String> = []
    for row in rows where forms.insert(row.definition.id).inserted {
      fields += row.definition.fields.filter { known.insert($0).inserted }
    }
    var writer = try DelimitedWriter(ByteOutput(), options: options)
    try writer.append(["file", "form", "year", "agency", "title"] + fields.map(\.description))
    for row in rows {
      let report = row.report
      try writer.append(text: row.file.shownFileName)
      try writer.append(text: report.form)
      try writer.append(literal: report.year.map(String.init) ?? "")
      try writer.append(text: report.agency)
      try writer.append(text: report.title)
      for field in fields {
        switch report[field] {
        case .number(let number)?: try writer.append(literal: "\(number)")
        case .notApplicable?: try writer.append(text: "/")
        case .unreadable(let text)?: try writer.append(text: text)
        case .blank?, nil: try writer.appendEmpty()
        }
      }
      try writer.endRecord()
    }
    try writer.finish()
    return writer.bytes
  }
}
