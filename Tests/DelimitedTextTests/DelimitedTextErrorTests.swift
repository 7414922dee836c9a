import DelimitedText
import Diagnostics
import Testing

@Suite struct DelimitedTextErrorTests {
  static func error(
    _ bytes: [UInt8], _ limits: [Limit: Int] = [:], encoding: TextEncoding? = nil
  ) -> (any PhrasedError)? {
    var options = DelimitedReader.Options()
    options.encoding = encoding
    for (limit, bound) in limits { options.limits[limit] = bound }
    do {
      _ = try DelimitedReaderTests.records(bytes, options)
      return nil
    } catch { return error as? any PhrasedError }
  }

  struct Case: Sendable {
    var text: String
    var limits: [Limit: Int] = [:]
    var zh: String
    var en: String
  }

  @Test(arguments: [
    Case(
      text: "a\r\nb,\"c\r\nd\ne",
      zh: "第 2 行第 2 列（字节 5）：此处的引号直到文件末尾都没有闭合；请补上引号，或检查文件是否被截断",
      en: """
        line 2, column 2 (byte 5): the quote that opens here is not closed by the end of the file; \
        close it, or see whether the file was cut off
        """),
    Case(
      text: "\u{FEFF}\"", zh: "第 1 行第 1 列（字节 3）：此处的引号直到文件末尾都没有闭合；请补上引号，或检查文件是否被截断",
      en: """
        line 1, column 1 (byte 3): the quote that opens here is not closed by the end of the file; \
        close it, or see whether the file was cut off
        """),
    Case(
      text: "1\n\n3\n", limits: [.rows: 2],
      zh: "第 3 行第 1 列（字节 3）：超出安全限制 rows（上限 2）；确信文件无害时，可放宽此限制",
      en: """
        line 3, column 1 (byte 3): goes beyond the safety limit rows (at most 2); \
        if you trust the file, raise this limit
        """),
    Case(
      text: "1,2\n1,2,\n", limits: [.columns: 2],
      zh: "第 2 行第 3 列（字节 8）：超出安全限制 columns（上限 2）；确信文件无害时，可放宽此限制",
      en: """
        line 2, column 3 (byte 8): goes beyond the safety limit columns (at most 2); \
        if you trust the file, raise this limit
        """),
    Case(
      text: "1,1234", limits: [.fieldBytes: 3],
      zh: "第 1 行第 2 列（字节 2）：超出安全限制 field-bytes（上限 3）；确信文件无害时，可放宽此限制",
      en: """
        line 1, column 2 (byte 2): goes beyond the safety limit field-bytes (at most 3); \
        if you trust the file, raise this limit
        """),
    Case(
      text: "1\n,\"1234", limits: [.fieldBytes: 3],
      zh: """
        第 2 行第 2 列（字节 3）：由引号开始的字段（可能缺少闭合的引号）\
        超出安全限制 field-bytes（上限 3）；确信文件无害时，可放宽此限制
        """,
      en: """
        line 2, column 2 (byte 3): the field that a quote opens here, perhaps without a closing \
        quote, goes beyond the safety limit field-bytes (at most 3); if you trust the file, \
        raise this limit
        """),
    Case(
      text: "1234", limits: [.textBytes: 3],
      zh: "超出安全限制 text-bytes（上限 3）；确信文件无害时，可放宽此限制",
      en: """
        goes beyond the safety limit text-bytes (at most 3); \
        if you trust the file, raise this limit
        """),
  ]) func saysWhereAndWhat(_ example: Case) throws {
    let phrase = try #require(Self.error(Array(example.text.utf8), example.limits)?.phrase)
    #expect(phrase[.zh] == example.zh)
    #expect(phrase[.en] == example.en)
  }

  @Test func leavesTheByteOutWhereTextWasTranscoded() throws {
    let bytes: [UInt8] = [0xD6, 0xD0, 0x2C, 0x22]
    let error = Self.error(bytes, encoding: .gb18030) as? DelimitedTextError
    #expect(
      error == .unterminatedQuote(opened: TextPlace(line: 1, column: 2, byteOffset: nil)))
  }

  @Test func stopsARecordThatNeverEnds() throws {
    let bytes = [UInt8](repeating: 0x2C, count: 300_000)
    let error = Self.error(bytes, [.columns: 1_000_000, .recordBytes: 100_000])
    #expect(
      error as? DelimitedTextError
        == .limit(
          LimitExceeded(limit: .recordBytes, bound: 100_000),
          TextPlace(line: 1, column: 1, byteOffset: 0)))
  }
}
