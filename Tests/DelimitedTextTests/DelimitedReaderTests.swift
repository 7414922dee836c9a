import DelimitedText
import Diagnostics
import Testing

@Suite struct DelimitedReaderTests {
  static func records(
    _ bytes: [UInt8], _ options: DelimitedReader.Options = .init()
  ) throws -> [[String]] {
    var reader = try DelimitedReader(ByteSource(bytes: bytes), options: options)
    var records: [[String]] = []
    while try reader.next() { records.append(reader.texts) }
    return records
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var label: String
    var text: String
    var records: [[String]]
    var testDescription: String { label }

    init(_ label: String, _ text: String, _ records: [[String]]) {
      (self.label, self.text, self.records) = (label, text, records)
    }
  }

  @Test(arguments: [
    Case("nothing", "", []),
    Case("one line end", "\n", [[""]]),
    Case("no line end at the end", "a,b", [["a", "b"]]),
    Case("an empty last field", "a,\n", [["a", ""]]),
    Case("an empty last field at the end", "a,", [["a", ""]]),
    Case("mixed line ends", "a\r\nb\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
    Case("CR CR LF is two line ends", "a\r\r\nb", [["a"], [""], ["b"]]),
    Case("blank lines", "\r\n\r\na\r\n\r\n", [[""], [""], ["a"], [""]]),
    Case("ragged", "a\nb,c,d\n\ne,f\n", [["a"], ["b", "c", "d"], [""], ["e", "f"]]),
    Case("line ends in quotes", "\"1\r\n2\n3\r4\",x", [["1\r\n2\n3\r4", "x"]]),
    Case("doubled quotes", "\"a \"\"b\"\" c\",\"\"\"\",\"\"", [["a \"b\" c", "\"", ""]]),
    Case("a quote in the middle", "a\"b,c", [["a\"b", "c"]]),
    Case("a doubled quote in the middle", "a\"\"b", [["a\"\"b"]]),
    Case("text behind the closing quote", "d,\"e\"f", [["d", "ef"]]),
    Case("quotes behind the closing quote", "\"e\"f\"g\",h", [["ef\"g\"", "h"]]),
    Case("blanks kept", "  a  ,b ", [["  a  ", "b "]]),
    Case("a blank before the quote", " \"a\",b", [[" \"a\"", "b"]]),
    Case("NUL", "a\0b,\0", [["a\0b", "\0"]]),
    Case("separator line", "sep=;\r\na,b;c", [["a,b", "c"]]),
    Case("separator line alone", "SEP=|", []),
    Case("a quoted separator line is data", "\"sep=;\"\na", [["sep=;"], ["a"]]),
    Case("no separator line", "sep=ab\n", [["sep=ab"]]),
    Case("formula guard", "'=1,''=1,'-,'a,=1,',''", [["=1", "'=1", "-", "'a", "=1", "'", "''"]]),
    Case("formula guard in quotes", "\"'\t1\",\"'\"\"\"", [["\t1", "'\""]]),
    Case(
      "line separators end no line", "a\u{2028}b\u{85}c\u{B}d", [["a\u{2028}b\u{85}c\u{B}d"]]),
  ]) func reads(_ example: Case) throws {
    #expect(try Self.records(Array(example.text.utf8)) == example.records)
  }

  @Test(arguments: [
    ("a;b\nc;d,e", [["a", "b"], ["c", "d,e"]]),
    ("a\tb,c\n1\t2", [["a", "b,c"], ["1", "2"]]),
    ("1,5;2,5\n3,5;4,5", [["1,5", "2,5"], ["3,5", "4,5"]]),
    ("a,b;c\nd,e", [["a", "b;c"], ["d", "e"]]),
    ("\"x;y;z\",1\n\"u;v\",2", [["x;y;z", "1"], ["u;v", "2"]]),
    ("a|b", [["a|b"]]),
    ("one column\nonly", [["one column"], ["only"]]),
  ]) func findsTheDelimiter(_ text: String, _ records: [[String]]) throws {
    #expect(try Self.records(Array(text.utf8)) == records)
  }

  @Test func takesTheDelimiterThatIsNamed() throws {
    var options = DelimitedReader.Options()
    options.dialect = Dialect(name: "|")
    #expect(try Self.records(Array("a|b;c".utf8), options) == [["a", "b;c"]])
    #expect(try Self.records(Array("sep=;\na|b;c".utf8), options) == [["a", "b;c"]])
  }

  @Test(
    arguments: [
      ("tab", 0x09), ("\\t", 0x09), ("\t", 0x09), ("comma", 0x2C), ("semicolon", 0x3B), (";", 0x3B),
      ("|", 0x7C), ("", nil), (";;", nil), ("\"", nil), ("\n", nil), ("；", nil), ("5", nil),
      ("e", nil), (".", nil), ("'", nil),
    ] as [(String, UInt8?)]) func namesDialects(_ name: String, _ delimiter: UInt8?)
  {
    #expect(Dialect(name: name)?.delimiter == delimiter)
  }

  @Test func keepsTheGuardWhereItIsSwitchedOff() throws {
    var options = DelimitedReader.Options()
    options.removesFormulaGuard = false
    #expect(try Self.records(Array("'=1".utf8), options) == [["'=1"]])
  }

  /// Wherever a piece of the text ends, also between CR and LF, also behind a doubled quote.
  @Test(arguments: ["", "x", "\"\"", "\"\"x"])
  func countsLinesInAFieldLongerThanTheBuffer(start: String) throws {
    let ends = 400_000
    let text = "\"" + start + String(repeating: "\r\n", count: ends) + "\"\nb\n"
    var reader = try DelimitedReader(ByteSource(bytes: Array(text.utf8)))
    #expect(try reader.next() && reader.line == 1)
    #expect(try reader.next() && reader.line == ends + 2)
  }

  @Test func reportsLineRowAndHowAFieldStood() throws {
    var reader = try DelimitedReader(
      ByteSource(bytes: Array("sep=,\n\"a\r\nb\",c\r\n\n'=1,\"\"".utf8)))
    var seen: [String] = []
    while try reader.next() {
      let fields = (0..<reader.fieldCount).map { index in
        reader.text(at: index).debugDescription + (reader.wasQuoted(at: index) ? " quoted" : "")
          + (reader.wasGuarded(at: index) ? " guarded" : "")
      }
      seen.append(
        "\(reader.row) line \(reader.line)\(reader.isBlank ? " blank" : "") \(fields)"
          + reader.text(at: 9))
    }
    #expect(
      seen == [
        #"1 line 2 ["\"a\\r\\nb\" quoted", "\"c\""]"#,
        #"2 line 4 blank ["\"\""]"#,
        #"3 line 5 ["\"=1\" guarded", "\"\" quoted"]"#,
      ])
  }

  @Test func readsTheSameWhereverABufferEnds() throws {
    // Records of every length push each construct across the 64 KiB windows and the buffer's end.
    var text = ""
    var expected: [[String]] = []
    for index in 0..<40_000 {
      let filler = String(repeating: "项", count: index % 37)
      text += "\(index),\"\(filler)\"\"\r\n,\"z,\(filler)\(index.isMultiple(of: 3) ? "\r" : "\r\n")"
      expected.append(["\(index)", "\(filler)\"\r\n,z", filler])
    }
    #expect(try Self.records(Array(text.utf8)) == expected)
  }
}
