import Diagnostics
import Foundation
import Spreadsheets
import TestSupport
import Testing
import ZipFiles

@Suite struct WorkbookWriterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The text of each part of the file named `name`, in the archive's order.
  private func parts(_ name: String) throws -> [(name: String, text: String)] {
    var archive = try ZipArchive(path: folder.path(name))
    return try archive.entries.map { entry in
      (entry.name, String(decoding: try archive.read(entry), as: UTF8.self))
    }
  }

  @Test func `writes the same bytes twice`() throws {
    try SampleWorkbook.write(to: folder.path("a.xlsx"))
    try SampleWorkbook.write(to: folder.path("b.xlsx"))
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.xlsx")))
    #expect(try first == Data(contentsOf: URL(fileURLWithPath: folder.path("b.xlsx"))))
  }

  @Test(arguments: [WorkbookWriterOptions.StringStorage.shared, .inline])
  func `writes every part as it is kept here`(
    _ strings: WorkbookWriterOptions.StringStorage
  ) throws {
    try SampleWorkbook.write(to: folder.path("a.xlsx"), strings: strings)
    let text = try parts("a.xlsx").map { part in
      "=== \(part.name)\n" + part.text.replacing("><", with: ">\n<") + "\n"
    }.joined()
    try expectGolden(text, "sample-\(strings).txt")
  }

  @Test(arguments: [WorkbookWriterOptions.StringStorage.shared, .inline])
  func `reads back what it wrote`(_ strings: WorkbookWriterOptions.StringStorage) throws {
    try SampleWorkbook.write(to: folder.path("a.xlsx"), strings: strings)
    let workbook = try Workbook(path: folder.path("a.xlsx"))
    #expect(workbook.sheets.map(\.name) == ["Values", "填 表", "隐藏"])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .visible, .hidden])
    let rows = try workbook.allRows()
    #expect(rows.map(\.number) == [1, 2, 3, 4, 5, 8, 1_048_576])
    #expect(
      rows[0].cells.map(\.value) == [
        .number(1), .number(2.5), .number(-3), .number(0.1), .number(1e300),
        .number(.leastNonzeroMagnitude), .number(12_345_678_901_234_568),
      ])
    #expect(
      rows[1].cells.map(\.value)
        == [
          "plain", " space ", "line\nbreak", "tab\tx", "a&b<c>\"d\"", "汉字😀", "",
        ].map { CellValue.text($0) })
    #expect(
      rows[2].cells.map(\.value)
        == [
          "_x0041_", "bell\u{7}", "return\r", "\u{FFFF}", "_x41_", "plain",
        ].map { CellValue.text($0) })
    #expect(
      rows[3].cells.map(\.value) == [
        .boolean(true), .boolean(false), .error(.notAvailable), .error(.divisionByZero),
        .number(7),
      ])
    #expect(
      rows[5].cells.map(\.formula) == ["SUM(A1:C1)", "A2&\" <x>\"", "A1>0", "1/0", "A1+1"])
    #expect(
      rows[5].cells.map(\.value) == [
        .number(0.5), .text("plain <x>"), .boolean(true), .error(.divisionByZero), .empty,
      ])
    #expect(rows[6].cells.map(\.reference) == [CellReference("XFD1048576")])
    #expect(try workbook.properties().custom["xlsxreport.form"] == "gov-info-disclosure-2021")
    #expect(
      workbook.definedNames.filter { !$0.name.hasPrefix("_") }.map(\.name) == [
        "f.requests.received.total", "local",
      ])
  }

  @Test func `writes rows longer than a window`() throws {
    let workbook = try WorkbookWriter(path: folder.path("a.xlsx"))
    let sheet = try workbook.addSheet("Long")
    let texts = (0..<3_000).map { "text \($0) " + String(repeating: "长", count: $0 % 50) }
    for _ in 0..<3 { try sheet.append(row: texts.map { .text($0) }) }
    let longest = String(repeating: "&", count: 32_767)
    try sheet.append(row: [.text(longest)])
    try workbook.finish()
    let rows = try Workbook(path: folder.path("a.xlsx")).allRows()
    #expect(rows[2].cells.map(\.value) == texts.map { .text($0) })
    #expect(rows[3].cells.map(\.value) == [.text(longest)])
  }

  @Test func `stores a text once among many thousands`() throws {
    let workbook = try WorkbookWriter(path: folder.path("a.xlsx"))
    let sheet = try workbook.addSheet("Texts")
    for row in 0..<6_000 { try sheet.append(row: [.text("t\(row % 5_000)"), .text("t\(row)")]) }
    try workbook.finish()
    let strings = try parts("a.xlsx").first { $0.name == "xl/sharedStrings.xml" }?.text ?? ""
    #expect(strings.contains("count=\"12000\" uniqueCount=\"6000\""))
    let rows = try Workbook(path: folder.path("a.xlsx")).allRows()
    #expect(rows[5_999].cells.map(\.value) == [.text("t999"), .text("t5999")])
  }

  @Test func `leaves no file when it is not finished`() throws {
    do {
      let workbook = try WorkbookWriter(path: folder.path("a.xlsx"))
      try workbook.addSheet("x").append(row: [1])
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.xlsx")))
  }

  /// Whether the schemas are there, and the library of Python that holds parts against them.
  static let canValidate: Bool = {
    guard SharedMaterial.isPresent("tools/validate_ooxml.py") else { return false }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import lxml"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(.enabled(if: canValidate, "needs ../shared/tools/validate_ooxml.py and Python's lxml"))
  func `is valid by the schemas of the standard`() throws {
    try SampleWorkbook.write(to: folder.path("a.xlsx"))
    try SampleWorkbook.write(to: folder.path("b.xlsx"), strings: .inline)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", SharedMaterial.url("tools/validate_ooxml.py").path, "--xsd",
      SharedMaterial.url("xsd").path, folder.path("a.xlsx"), folder.path("b.xlsx"),
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.split(separator: "\n").allSatisfy { $0.hasSuffix("0 errors, 0 warnings") })
  }
}
