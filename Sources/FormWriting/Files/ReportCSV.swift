package import DelimitedText
package import FormReading
package import ReportModel

/// Writes a report as delimited text: UTF-8 with a byte order mark, RFC 4180 quoting, CRLF.
package enum ReportCSV {
  /// The bytes of `report` in `layout`; the same report gives the same bytes.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - definition: Its form.
  ///   - layout: One line a field, or the sheets one below the other.
  ///   - guardsFormulas: Whether text that looks like a formula is written with an apostrophe more.
  /// - Returns: The whole text.
  /// - Throws: `ByteOutputError` where memory does not hold it.
  package static func bytes(
    _ report: Report, _ definition: FormDefinition, layout: RecordLayout = .long,
    guardsFormulas: Bool = true
  ) throws -> [UInt8] {
    var options = DelimitedWriter.Options()
    options.guardsFormulas = guardsFormulas
    return try bytes(report, definition, layout: layout, options: options)
  }

  /// The bytes of `report` in `layout`, written as `options` say.
  ///
  /// - Throws: `ByteOutputError` where memory does not hold it.
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
