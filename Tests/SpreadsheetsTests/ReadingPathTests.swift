import Foundation
import Spreadsheets
import TestSupport
import Testing

/// The scanner and libxml2 tell the same cells, and complain of the same faults.
@Suite struct ReadingPathTests {
  /// Compares both roads over a workbook; false where it cannot be opened, so that nothing was compared.
  static func expectSame(
    _ open: () throws -> Workbook, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Bool {
    guard let first = try? open(), let second = try? open() else { return false }
    let scanned = CellLog.lines(of: first, byScanner: true).lines
    let parsed = CellLog.lines(of: second, byScanner: false).lines
    guard scanned != parsed else { return true }
    let place = zip(scanned, parsed).enumerated().first { $1.0 != $1.1 }?.offset
    let index = place ?? min(scanned.count, parsed.count)
    Issue.record(
      """
      \(name), line \(index):
        scanner: \(index < scanned.count ? scanned[index] : "(end)")
        libxml2: \(index < parsed.count ? parsed[index] : "(end)")
      """, sourceLocation: sourceLocation)
    return true
  }

  /// Compares both roads over each workbook of a set, of which at most `most` cannot be opened.
  static func expectSame(
    _ items: [(name: String, open: () throws -> Workbook)], unopened most: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let unopened = items.filter {
      !expectSame($0.open, $0.name, sourceLocation: sourceLocation)
    }
    #expect(
      unopened.count <= most, "\(unopened.count) of \(items.count) cannot be opened",
      sourceLocation: sourceLocation)
  }

  @Test(
    .enabled(if: SharedMaterial.isPresent("corpus/visible.tsv")), arguments: 0..<4)
  func `agree over real workbooks`(group: Int) throws {
    let isWhole = ProcessInfo.processInfo.environment["CORPUS"] == "all"
    let items = try CorpusCase.all().enumerated().filter { index, _ in
      index % 4 == group && (isWhole || index / 4 % 8 == 0)
    }
    Self.expectSame(
      items.map { _, item in
        (item.file, { try Workbook(path: SharedMaterial.url("corpus/\(item.file)").path) })
      }, unopened: items.count / 5)  // password, old formats, cut off
  }

  @Test(.enabled(if: SharedMaterial.isPresent("tools/make_hostile.py")))
  func `agree over hostile workbooks`() throws {
    let set = try HostileSet.shared.get()
    // The container gives up on this one, at a place that depends on the size of the pieces.
    let items = set.cases.filter { $0.file != "row-too-many.xlsx" }
    Self.expectSame(
      items.map { item in (item.file, { try Workbook(path: set.path(of: item)) }) }, unopened: 10)
  }

  /// A sheet in each of the ways of writing that the scanner knows, and some that it does not.
  static let sheets: [String] = {
    let rows = """
      <row r="1" spans="1:3" x14:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1">\
      <v>42.5</v></c><c r="C1"><f>A1&amp;"x"</f><v>-1.5E-7</v></c></row>
      <row hidden="1"><c><f t="shared" ref="A2:A3" si="0">$B2+B$1</f><v>0.30000000000000004</v></c>\
      <c t="str"><v>a&lt;b&#x4E2D;_x0041_</v></c><c t="inlineStr"><is><t xml:space="preserve"> é </t>\
      </is></c></row>
      <row r="4"><c r="A4"><f t="shared" si="0"/><v>7</v></c><c r="D4" t="b"><v>1</v></c>\
      <c r="E4" t="e"><v>#N/A</v></c><c r="F4" t="d"><v>2024-02-29T13:14:15.5</v></c>\
      <c r="G4" s="2"/><c r="H4" cm="1"><v/></c></row><row r="5"/>
      """
    let plain = """
      <worksheet xmlns="\(WorkbookFixture.main)" xmlns:x14="urn:x14"><dimension ref="A1"/>\
      <sheetData>\(rows)</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>
      """
    let names = [
      "worksheet", "dimension", "sheetData", "row", "c", "v", "f", "is", "t", "mergeCells",
    ]
    let prefixed = names.reduce(plain) { text, name in
      text.replacingOccurrences(of: "<\(name)>", with: "<x:\(name)>")
        .replacingOccurrences(of: "<\(name) ", with: "<x:\(name) ")
        .replacingOccurrences(of: "<\(name)/", with: "<x:\(name)/")
        .replacingOccurrences(of: "</\(name)>", with: "</x:\(name)>")
    }.replacingOccurrences(of: "xmlns=", with: "xmlns:x=")
      .replacingOccurrences(of: "<mergeCell ", with: "<x:mergeCell ")
    return [
      plain, prefixed, plain.replacingOccurrences(of: "><", with: ">\r\n  <"),
      plain.replacingOccurrences(of: "<v>7</v>", with: "<v>7</v><!-- c -->"),
    ]
  }()

  static func fixture(_ sheet: String) -> WorkbookFixture {
    var fixture = WorkbookFixture(strings: ["<t>zero</t>"], formats: ["yyyy-mm-dd", "0.00"])
    fixture.sheet = sheet
    return fixture
  }

  @Test(
    arguments: zip(
      sheets.indices,
      [
        ReadingPath.scanner, .scanner, .scanner,
        .scannerUntil(line: 4, before: "<!-- c --></c><c r=\"D4\" "),
      ]))
  func `take the readingPath that the way of writing allows`(index: Int, readingPath: ReadingPath)
    throws
  {
    let workbook = try Self.fixture(Self.sheets[index]).workbook()
    let scanned = CellLog.lines(of: workbook, byScanner: true)
    #expect(scanned.readingPaths == [readingPath])
    #expect(scanned.lines == CellLog.lines(of: workbook, byScanner: false).lines)
    #expect(scanned.lines.count == 24)
  }

  @Test(arguments: 0..<4)
  func `agree over thousands of small damages`(group: Int) throws {
    var random = SeededGenerator(seed: UInt64(group) + 1)
    let text = Array(Self.sheets[group].utf8)
    let items = try (0..<400).map { _ in
      let damaged = DamagedMarkup.damaging(text, using: &random)
      var fixture = Self.fixture("")
      let place = fixture.parts.firstIndex { $0.name == "xl/worksheets/sheet1.xml" }!
      fixture.parts[place].bytes = damaged
      let bytes = try fixture.bytes()
      return (String(decoding: damaged, as: UTF8.self), { try Workbook(bytes: bytes) })
    }
    Self.expectSame(items, unopened: 0)
  }

  /// Found by fuzzing: what libxml2 finds wrong first depends on the pieces that it gets.
  @Test func `both refuse a sheet that is broken in two places`() throws {
    var fixture = Self.fixture("")
    let sheet = """
      <x:worksheet xmlns:x="\(WorkbookFixture.main)?"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v>\
      </x:c><x"b: 
      """
    let place = fixture.parts.firstIndex { $0.name == "xl/worksheets/sheet1.xml" }!
    fixture.parts[place].bytes = sheet.utf8.map { $0 == UInt8(ascii: "?") ? 0x8B : $0 }
    for byScanner in [true, false] {
      let log = CellLog.lines(of: try fixture.workbook(), byScanner: byScanner)
      #expect(log.lines.contains { $0.contains("line 1: ") }, "\(log.lines)")
      #expect(!log.lines.contains { $0.contains("string a") })
    }
  }
}
