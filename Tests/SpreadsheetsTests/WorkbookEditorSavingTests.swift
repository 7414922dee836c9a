import Foundation
import Spreadsheets
import Synchronization
import TestSupport
import Testing

/// Saving to the path that a workbook was read from.
@Suite struct WorkbookEditorSavingTests {
  private let folder = try! TemporaryFolder()

  /// A workbook of `length` bytes more than it needs, for a large one is read where it lies.
  private static func bytes(extra length: Int = 0) throws -> [UInt8] {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    var state: UInt32 = 1
    let noise = (0..<length).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    if length > 0 { fixture.parts.append(("xl/media/image1.bin", noise)) }
    return try fixture.bytes()
  }

  private func values(_ path: String) throws -> [CellValue] {
    try Workbook(path: path).allRows().flatMap(\.cells).map(\.value)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  @Test(arguments: [0, 3 << 20]) func `replaces the file it was read from`(extra: Int) throws {
    let path = try folder.write(try Self.bytes(extra: extra), to: "book.xlsx")
    chmod(path, 0o640)
    let editor = try WorkbookEditor(path: path)
    try editor.set(2, at: at("A1"), inSheet: "Data")
    try editor.save(to: path)
    #expect(try values(path) == [.number(2)])
    // The changes go on from what was opened, whatever the path leads to by now.
    try editor.set(3, at: at("B1"), inSheet: "Data")
    try editor.save(to: path)
    #expect(try values(path) == [.number(2), .number(3)])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try names == ["book.xlsx"])
  }

  @Test func `replaces the file that a link leads to`() throws {
    let path = try folder.write(try Self.bytes(), to: "book.xlsx")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.xlsx"), withDestinationPath: "book.xlsx")
    let editor = try WorkbookEditor(path: folder.path("link.xlsx"))
    try editor.set(2, at: at("A1"), inSheet: "Data")
    try editor.save(to: folder.path("link.xlsx"))
    #expect(try values(path) == [.number(2)])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link.xlsx"))
        == "book.xlsx")
    #expect(try names == ["book.xlsx", "link.xlsx"])
  }

  @Test func `leaves the old file where the new one cannot be made`() throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    fixture["xl/styles.xml"] = "<other/>"
    let bytes = try fixture.bytes()
    let path = try folder.write(bytes, to: "book.xlsx")
    let editor = try WorkbookEditor(path: path)
    #expect(throws: WorkbookEditorError.self) {
      try editor.fill(.black, at: at("A1"), inSheet: "Data")
      try editor.save(to: path)
    }
    #expect(throws: (any Error).self) { try editor.save(to: folder.path("none/book.xlsx")) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
    #expect(try names == ["book.xlsx"])
  }

  @Test func `leaves the old file when the disk is full`() async throws {
    let bytes = try Self.bytes(extra: 1 << 16)
    let path: String = try folder.write(bytes, to: "book.xlsx")
    await #expect(processExitsWith: .success) { [path = path as String] in
      let editor = try WorkbookEditor(path: path)
      try editor.set(2, at: at("A1"), inSheet: "Data")
      signal(SIGXFSZ, SIG_IGN)
      // RLIMIT_FSIZE stands in for a full disk.
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      #expect(setrlimit(__rlimit_resource_t(1), &limit) == 0)
      let error = #expect(throws: (any Error).self) { try editor.save(to: path) }
      #expect(error.map { "\($0)" }?.hasSuffix("the file would be too large") == true)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(bytes))
    #expect(try names == ["book.xlsx"])
  }

  @Test func `never shows half a file to others`() throws {
    let path = try folder.write(try Self.bytes(extra: 1 << 18), to: "book.xlsx")
    let saved = Count()
    Thread.detachNewThread {
      for number in 1...60 {
        let editor = try? WorkbookEditor(path: path)
        try? editor?.set(.number(Double(number)), at: at("A1"), inSheet: "Data")
        try? editor?.save(to: path)
        saved.value.add(1, ordering: .releasing)
      }
    }
    while saved.value.load(ordering: .acquiring) < 60 { #expect(try values(path).count == 1) }
    #expect(try values(path) == [.number(60)])
  }
}

/// A number that threads share.
private final class Count: Sendable {
  let value = Atomic(0)
}
