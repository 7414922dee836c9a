import DelimitedText
import TestSupport
import Testing

@Suite struct DelimitedWriterTests {
  static func text(
    _ records: [[String]], _ change: (inout DelimitedWriter.Options) -> Void = { _ in }
  ) throws -> String {
    var options = DelimitedWriter.Options()
    options.encoding = .utf8
    change(&options)
    return String(
      decoding: try DelimitedWriter.bytes(of: records, options: options), as: UTF8.self)
  }

  @Test(arguments: [
    (["a", "b"], "a,b\r\n"),
    (["", ""], ",\r\n"),
    ([""], "\r\n"),
    (["a,b", "a\"b", "a\nb", "a\rb", " a "], "\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\", a \r\n"),
    (["\"", "\"\""], "\"\"\"\",\"\"\"\"\"\"\r\n"),
    (["=1+1", "+1", "-1", "@x", "\t1", "\r1"], "'=1+1,'+1,'-1,'@x,'\t1,\"'\r1\"\r\n"),
    (["'=1", "''-", "'a", "'", "a=1", " =1"], "''=1,'''-,'a,',a=1, =1\r\n"),
    (["sep=;"], "\"sep=;\"\r\n"),
    (["\u{FEFF}a"], "\"\u{FEFF}a\"\r\n"),
  ]) func writesARecord(_ fields: [String], _ line: String) throws {
    #expect(try Self.text([fields]) == line)
  }

  @Test func writesAsItIsTold() throws {
    let records = [["a;b", "=1"], ["c", "d"]]
    #expect(try Self.text(records) { $0.dialect = .tab } == "a;b\t'=1\r\nc\td\r\n")
    #expect(
      try Self.text(records) {
        $0.dialect = .semicolon
        $0.lineEnding = .lineFeed
        $0.guardsFormulas = false
      } == "\"a;b\";=1\nc;d\n")
  }

  @Test(
    arguments: [
      (OutputEncoding.utf8WithMark, [0xEF, 0xBB, 0xBF, 0xE4, 0xB8, 0xAD, 0x2C, 0x31, 0x0D, 0x0A]),
      (.utf8, [0xE4, 0xB8, 0xAD, 0x2C, 0x31, 0x0D, 0x0A]),
      (.utf16, [0xFF, 0xFE, 0x2D, 0x4E, 0x2C, 0, 0x31, 0, 0x0D, 0, 0x0A, 0]),
      (.gb18030, [0xD6, 0xD0, 0x2C, 0x31, 0x0D, 0x0A]),
    ] as [(OutputEncoding, [UInt8])])
  func writesEncodings(_ encoding: OutputEncoding, _ bytes: [UInt8]) throws {
    var options = DelimitedWriter.Options()
    options.encoding = encoding
    #expect(try DelimitedWriter.bytes(of: [["中", "1"]], options: options) == bytes)
  }

  @Test(arguments: OutputEncoding.allCases)
  func whatIsWrittenReadsBackTheSame(_ encoding: OutputEncoding) throws {
    var generator = SeededGenerator(seed: 2021)
    let pieces = [
      "\"", "'", ",", ";", "\t", "\r", "\n", "=", "-", "+", "@", "a", "项目", "😀", "\0", "sep=", " ",
      "\u{FEFF}", "\u{E000}", "é",
    ]
    for _ in 0..<300 {
      // A lone empty field is a blank line, and so are a text's last records: keep a mark at the end.
      var records = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          (0..<Int.random(in: 0...5, using: &generator))
            .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        }
      }
      records.append(["end"])
      for dialect in [Dialect.comma, .semicolon, .tab] {
        var options = DelimitedWriter.Options()
        options.encoding = encoding
        options.dialect = dialect
        let bytes = try DelimitedWriter.bytes(of: records, options: options)
        var reading = DelimitedReader.Options()
        reading.dialect = dialect
        reading.encoding = encoding == .gb18030 ? .gb18030 : encoding == .utf8 ? .utf8 : nil
        #expect(try DelimitedReaderTests.records(bytes, reading) == records)
      }
    }
  }

  @Test func numbersAreNeverGuarded() throws {
    for encoding in [OutputEncoding.utf8, .gb18030] {
      var options = DelimitedWriter.Options()
      options.encoding = encoding
      var writer = try DelimitedWriter(ByteOutput(), options: options)
      try writer.append(maximumByteCount: 8) { target in
        target[0] = 0x2D
        target[1] = 0x35
        return 2
      }
      try writer.append(literal: "-6")
      try writer.appendEmpty()
      try writer.append(text: "-7")
      try writer.endRecord()
      #expect(String(decoding: writer.bytes, as: UTF8.self) == "-5,-6,,'-7\r\n")
    }
  }

  @Test(arguments: [
    ("=1", "'=1"), ("'=1", "''=1"), ("-", "'-"), ("a", "a"), ("'", "'"), ("", ""), ("'a", "'a"),
  ]) func guardIsTakenOffAgain(_ text: String, _ written: String) {
    #expect(FormulaGuard.adding(to: text) == written)
    #expect(FormulaGuard.removing(from: written) == text)
  }

  @Test func reportsThatWritingFailed() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      var writer = try DelimitedWriter(ByteOutput { _ in throw Full() })
      try writer.finish()
    }
  }

  @Test func writesByPieces() throws {
    var written: [UInt8] = []
    var options = DelimitedWriter.Options()
    options.encoding = .utf8
    var writer = try DelimitedWriter(ByteOutput { written += $0 }, options: options)
    let long = String(repeating: "x", count: 300_000)
    for _ in 0..<3 { try writer.append([long, "y"]) }
    try writer.finish()
    #expect(
      String(decoding: written, as: UTF8.self) == String(repeating: long + ",y\r\n", count: 3))
  }
}
