import DelimitedText

/// Delimited text: what is written of what was read is read as the same again.
enum DelimitedTarget: FuzzTarget {
  static let name = "csv"

  static func run(_ bytes: [UInt8]) throws {
    let records = try read(bytes, nil)
    var options = DelimitedWriter.Options()
    options.encoding = .utf8
    var writer = try DelimitedWriter(ByteOutput(), options: options)
    for record in records { try writer.append(record) }
    try writer.finish()
    let again = try read(writer.bytes, .comma)
    promise(again == records, "written and read again: \(records) became \(again)")
  }

  private static func read(_ bytes: [UInt8], _ dialect: Dialect?) throws -> [[String]] {
    var options = DelimitedReader.Options()
    options.dialect = dialect
    if dialect != nil { options.encoding = .utf8 }
    var reader = try DelimitedReader(ByteSource(bytes: bytes), options: options)
    var records: [[String]] = []
    while try reader.next() { records.append(reader.texts) }
    return records
  }
}
