import Diagnostics
import Foundation
import Spreadsheets
import TestSupport
import Testing

@testable import SpreadsheetsFoundation

/// Every error of a public function is of a public type, and says what it is to Foundation as well.
@Suite struct PublicErrorTests {
  /// The public types that functions of the library throw.
  private static func isPublic(_ error: any Error) -> Bool {
    error is WorkbookError || error is WorkbookEditorError || error is WorkbookWriterError
  }

  @Test(arguments: [
    "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/workbook.xml",
    "[Content_Types].xml", "xl/_rels/workbook.xml.rels",
  ])
  func `an editor's errors are public, whatever part is damaged`(part: String) throws {
    let damages: [String] = ["<a", "<a/>", "<a>" + String(repeating: "<b>", count: 300)]
    for damage in damages {
      var fixture = WorkbookFixture(
        rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, strings: ["<t>x</t>"],
        formats: ["0.0"])
      fixture[part] = damage
      do {
        let editor = try WorkbookEditor(bytes: fixture.bytes())
        try editor.set("new", at: at("A1"), inSheet: "Data")
        try editor.fill(.black, at: at("A1"), inSheet: "Data")
        try editor.comment("x", at: at("A1"), inSheet: "Data")
        try editor.set(CustomProperty("a", "b"))
        let style = try editor.style(CellStyle(numberFormat: "0.000"))
        try editor.addSheet("New") { try $0.append(row: ["x"], style: style) }
        try editor.save(to: try TemporaryFolder().path("a.xlsx"))
      } catch {
        #expect(Self.isPublic(error), "\(type(of: error)): \(error)")
      }
    }
  }

  @Test func `an error names the limit to raise, and no option of a command`() throws {
    var limits = Limits()
    limits[.cells] = 1
    let rows = #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>"#
    let workbook = try Workbook(bytes: WorkbookFixture(rows: rows).bytes(), limits: limits)
    let error = #expect(throws: WorkbookError.self) { try workbook.allRows() }
    #expect(error?.code == .limitExceeded)
    #expect(error?.limit == .cells)
    #expect(error?.description.contains("--") == false)
    limits = Limits()
    limits[.archiveEntries] = 1
    let opening = #expect(throws: WorkbookError.self) {
      try Workbook(bytes: WorkbookFixture(rows: rows).bytes(), limits: limits)
    }
    #expect(opening?.limit == .archiveEntries)
  }

  @Test func `localizedDescription is the message`() throws {
    let folder = try TemporaryFolder()
    let language = Language(
      preferred: Locale.preferredLanguages.first ?? Locale.current.identifier)
    let read = try #require(throws: WorkbookError.self) { try Workbook(path: folder.path("none")) }
    let written = try #require(throws: WorkbookWriterError.self) {
      try WorkbookWriter(path: folder.path("a.xlsx")).finish()
    }
    let edited = try #require(throws: WorkbookEditorError.self) {
      try WorkbookEditor(bytes: WorkbookFixture().bytes()).set(1, at: at("A1"), inSheet: "no")
    }
    let errors: [any PhrasedError] = [
      read, written, edited, LimitExceeded(limit: .cells, bound: 1), SystemFault(code: ENOSPC),
      UnsupportedReason.cycle,
    ]
    for error in errors {
      #expect((error as any Error).localizedDescription == error.phrase[language])
    }
  }

  @Test(arguments: [
    ("zh", Language.zh), ("zh-Hans-CN", .zh), ("ZH_CN", .zh), ("en-GB", .en), ("de", .en),
    ("", .en),
  ])
  func `speaks Chinese to those who do`(identifier: String, language: Language) {
    #expect(Language(preferred: identifier) == language)
  }
}
