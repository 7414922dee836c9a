import Diagnostics
import Foundation
import Spreadsheets
import TestSupport
import Testing

/// The scanner of shared strings and libxml2 put the same table together, and complain of the same faults.
@Suite struct SharedStringReadingPathTests {
  /// A table in each of the ways of writing that the scanner knows, and some that it does not.
  static let tables: [String] = {
    let items = """
      <si><t>plain</t></si><si><t xml:space="preserve"> 办结 é </t></si><si/><si><t/></si><si><t></t>\
      </si><si><t>a&lt;b&#x4E2D;_x0041__xD83D__xDE00__xD83D_</t></si><si><r><rPr><b/>\
      <sz val="11"/><rFont val="宋体"/></rPr><t>rich </t></r><r><t xml:space="preserve">text_x</t></r>\
      <rPh sb="0" eb="2"><t>フリ</t></rPh><phoneticPr fontId="1" type="noConversion"/></si><si><t>one</t>\
      <t>_x0042_ two</t></si><si><t>line
      feed ]] &gt; 𠮷</t></si>
      """
    let plain = """
      <sst xmlns="\(WorkbookFixture.main)" xmlns:x14="urn:x14" count="9" uniqueCount="9">\(items)\
      <extLst><ext uri="x" of="\(String(repeating: "0", count: 80))"/></extLst></sst>
      """
    let names = [
      "sst", "si", "t", "r", "rPr", "b", "sz", "rFont", "rPh", "phoneticPr", "extLst", "ext",
    ]
    let prefixed = names.reduce(plain) { text, name in
      [" ", ">", "/"].reduce(text) { text, end in
        text.replacingOccurrences(of: "<\(name)\(end)", with: "<main:\(name)\(end)")
          .replacingOccurrences(of: "</\(name)>", with: "</main:\(name)>")
      }
    }.replacingOccurrences(of: "xmlns=", with: "xmlns:main=")
    let ended = plain.components(separatedBy: "<extLst>")[0] + "</sst>"
    return [
      ended, plain, prefixed,
      ended.replacingOccurrences(of: "</si><si><", with: "</si>\r\n<si> \n<"),
      ended.replacingOccurrences(of: "one</t>", with: "one</t><!-- c -->"),
      ended.replacingOccurrences(of: "rich ", with: "<![CDATA[rich ]]>"),
    ]
  }()

  static func fixture(_ table: String) -> WorkbookFixture {
    var fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: [])
    fixture["xl/sharedStrings.xml"] = table
    return fixture
  }

  @Test(
    arguments: zip(
      tables.indices,
      [
        .scanner, .scannerUntil(line: 3, before: "<extLst><ext uri=\"x\" of="),
        .scannerUntil(line: 3, before: "<main:extLst><main:ext u"), .scanner,
        .scannerUntil(line: 2, before: "<!-- c --><t>_x0042_ two"),
        .scannerUntil(line: 2, before: "<![CDATA[rich ]]></t></r"),
      ] as [ReadingPath]))
  func `take the readingPath that the way of writing allows`(index: Int, readingPath: ReadingPath)
    throws
  {
    let workbook = try Self.fixture(Self.tables[index]).workbook()
    let texts = try workbook.sharedTexts()
    #expect(workbook.stringsReadingPath == readingPath)
    let parsed = try Self.fixture(Self.tables[index]).workbook()
    parsed.usesScanner = false
    #expect(texts == (try parsed.sharedTexts()))
    #expect(parsed.stringsReadingPath == .parser(.notAsked))
    #expect(
      texts == [
        "plain", " 办结 é ", "", "", "", "a<b中A😀_xD83D_", "rich text_x", "oneB two",
        "line\nfeed ]] > 𠮷",
      ])
  }

  @Test(arguments: [Limit.sharedStrings, .sharedStringBytes], [3, 8, 9, 20, 58, 59, 60])
  func `keep the limits alike`(limit: Limit, bound: Int) throws {
    var limits = Limits.standard
    limits[limit] = bound
    let bytes = try Self.fixture(Self.tables[0]).bytes()
    let messages = try [true, false].map { usesScanner in
      let workbook = try Workbook(bytes: bytes, limits: limits)
      workbook.usesScanner = usesScanner
      do { return "\(try workbook.sharedTexts())" } catch { return "\(error)" }
    }
    #expect(messages[0] == messages[1])
  }

  @Test func `read a table longer than the window in the same way`() throws {
    let long = String(repeating: "政府信息公开&amp;", count: 9_000)
    let items = (0..<6_000).map { "<si><t>item \($0)</t></si>" }.joined(separator: "\n")
    let table = """
      <sst xmlns="\(WorkbookFixture.main)">\(items)<si><t>\(long)</t></si>\(items)</sst>
      """
    let bytes = try Self.fixture(table).bytes()
    let (scanned, parsed) = (try Workbook(bytes: bytes), try Workbook(bytes: bytes))
    parsed.usesScanner = false
    #expect(try scanned.sharedTexts() == (try parsed.sharedTexts()))
    guard case .scannerUntil(line: 6_001, _) = scanned.stringsReadingPath else {
      Issue.record("\(String(describing: scanned.stringsReadingPath))")
      return
    }
  }

  @Test(arguments: 0..<4)
  func `agree over thousands of small damages`(group: Int) throws {
    var random = SeededGenerator(seed: UInt64(group) + 11)
    let items = try (0..<400).map { turn in
      let table = Self.tables[(group + turn) % Self.tables.count]
      var fixture = Self.fixture(table)
      let place = try #require(fixture.parts.firstIndex { $0.name == "xl/sharedStrings.xml" })
      fixture.parts[place].bytes = DamagedMarkup.damaging(Array(table.utf8), using: &random)
      let bytes = try fixture.bytes()
      return (
        String(decoding: fixture.parts[place].bytes, as: UTF8.self), { try Workbook(bytes: bytes) }
      )
    }
    ReadingPathTests.expectSame(items, unopened: 0)
  }

  /// Found by fuzzing: libxml2 has one code for this and for what follows a root element.
  @Test func `calls a table cut off whose root does not end`() throws {
    let fixture = Self.fixture(
      "<sst xmlns=\"\(WorkbookFixture.main)\">\r\n<si><t>a</t></si>\r\n<si><t/></si>\r\n  >")
    ReadingPathTests.expectSame(
      [("a root that does not end", { try fixture.workbook() })], unopened: 0)
    let error = #expect(throws: WorkbookError.self) { try fixture.workbook().sharedTexts() }
    #expect(
      error?.description == """
        part /xl/sharedStrings.xml, line 5: the XML ends before its root element does; \
        the file may be cut off
        """)
  }
}
