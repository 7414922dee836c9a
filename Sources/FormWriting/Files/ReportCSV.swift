package import DelimitedText
package import FormReading
package import ReportModel

/// Writes a report as delimited text: UTF-8 with a byte order mark, RFC 4180 quoting, CRLF.
package enum ReportCSV {
  /// The bytes of `report` in `layout`; the same report returns the same bytes.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - definition: Its form.
  ///   - layout: One line per field, or the sheets below each other.
  ///   - guardsFormulas: Whether text that looks like a formula gets a leading apostrophe.
  /// - Returns: The whole text.
  /// - Throws: `ByteOutputError` if memory is insufficient.
  package static func bytes(
    _ report: Report, _ definition: FormDefinition, layout: RecordLayout = .long,
    guardsFormulas: Bool = true
  ) throws -> [UInt8] {
    var options = DelimitedWriter.Options()
    options.guardsFormulas = guardsFormulas
    return try bytes(report, definition, layout: layout, options: options)
  }

  /// The bytes of `report` in `layout`, written with `options`.
  ///
  /// - Throws: `ByteOutputError` if memory is insufficient.
  package static func bytes(
    _ report: Report, _ definition: FormDefinition, layout: RecordLayout = .long,
    options: DelimitedWriter.Options
  ) throws -> [UInt8] {
    var writer = try DelimitedWriter(ByteOutput(), options: options)
    for record in ReportRecords.records(of: report, definition, layout) {
      for field in record {
        switch field {
        case .text(let text): try writer.append(text: text)
        case .number(let number): try writer.append(literal: number)
        }
      }
      try writer.endRecord()
    }
    return writer.bytes
  }
}
