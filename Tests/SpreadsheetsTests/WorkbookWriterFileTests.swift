import Diagnostics
import Foundation
import Spreadsheets
import TestSupport
import Testing

/// What becomes of the file that a new workbook is written to, and of the one that was there before.
@Suite struct WorkbookWriterFileTests {
  private let folder = try! TemporaryFolder()

  private static let old = Data("old".utf8)

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() }
  }

  private func oldFile(_ name: String = "a.xlsx") throws -> String {
    let path = folder.path(name)
    try Self.old.write(to: URL(fileURLWithPath: path))
    return path
  }

  private static func write(to path: String, rows: Int = 1) throws {
    let workbook = try WorkbookWriter(path: path)
    let sheet = try workbook.addSheet("Data")
    for row in 1...rows { try sheet.append(row: [.number(Double(row))]) }
    try workbook.finish()
  }

  private func values(_ path: String) throws -> [CellValue] {
    try Workbook(path: path).allRows().flatMap(\.cells).map(\.value)
  }

  @Test func `an old file is as it was until the new one is complete`() throws {
    let path = try oldFile()
    chmod(path, 0o640)
    let workbook = try WorkbookWriter(path: path)
    try workbook.addSheet("Data").append(row: [1])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Self.old)
    try workbook.finish()
    #expect(try values(path) == [.number(1)])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try names == ["a.xlsx"])
  }

  @Test func `a workbook that is given up leaves all as it was`() throws {
    let path = try oldFile()
    do {
      let empty = try WorkbookWriter(path: path)
      #expect(throws: WorkbookWriterError.self) { try empty.finish() }
      let begun = try WorkbookWriter(path: folder.path("b.xlsx"))
      try begun.addSheet("Data").append(row: [1])
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Self.old)
    #expect(try names == ["a.xlsx"])
  }

  @Test func `a full disk leaves the old file, and says so`() async throws {
    let path: String = try oldFile()
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      // RLIMIT_FSIZE stands in for a full disk.
      var limit = rlimit(rlim_cur: 512, rlim_max: 512)
      #expect(setrlimit(__rlimit_resource_t(1), &limit) == 0)
      let error = #expect(throws: WorkbookWriterError.self) { try Self.write(to: path) }
      #expect(error?.reason == .writeFailed(SystemFault(code: EFBIG)))
      #expect(
        error?.phrase == Phrase(zh: "写入失败：文件太大", en: "writing failed: the file would be too large"))
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Self.old)
    #expect(try names == ["a.xlsx"])
  }

  @Test func `a link stays a link, also one that leads to no file yet`() throws {
    let path = try oldFile()
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path("link.xlsx"), withDestinationPath: "a.xlsx")
    try manager.createSymbolicLink(
      atPath: folder.path("new.xlsx"), withDestinationPath: "b.xlsx")
    try Self.write(to: folder.path("link.xlsx"))
    try Self.write(to: folder.path("new.xlsx"))
    #expect(try values(path) == [.number(1)])
    #expect(try values(folder.path("b.xlsx")) == [.number(1)])
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("link.xlsx")) == "a.xlsx")
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("new.xlsx")) == "b.xlsx")
    #expect(try names == ["a.xlsx", "b.xlsx", "link.xlsx", "new.xlsx"])
  }

  @Test func `a pipe gets the same bytes as a file, at the end`() throws {
    try Self.write(to: folder.path("a.xlsx"))
    let pipe = Pipe()
    try Self.write(to: "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
    let editor = try WorkbookEditor(path: folder.path("a.xlsx"))
    try pipe.fileHandleForWriting.close()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    #expect(try bytes == Data(contentsOf: folder.url.appendingPathComponent("a.xlsx")))
    let saved = Pipe()
    try editor.save(to: "/dev/fd/\(saved.fileHandleForWriting.fileDescriptor)")
    try saved.fileHandleForWriting.close()
    #expect(saved.fileHandleForReading.readDataToEndOfFile() == bytes)
  }

  @Test func `a named pipe is written to and stays one`() throws {
    let path = folder.path("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    // Open for both, so that nobody waits for the other end.
    let descriptor = open(path, O_RDWR)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try Self.write(to: path)
    #expect(try handle.read(upToCount: 2) == Data("PK".utf8))
    #expect(try names == ["pipe"])
  }

  @Test func `goes on where an open file is written to`() throws {
    let path = try oldFile("log")
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seekToEnd()
    try Self.write(to: "/dev/fd/\(handle.fileDescriptor)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.starts(with: Self.old + Data("PK".utf8)))
  }

  @Test(
    .enabled("needs a user whom permissions bind") { geteuid() != 0 })
  func `refuses a file that is write-protected`() throws {
    let path = try oldFile()
    chmod(path, 0o440)
    let error = #expect(throws: WorkbookWriterError.self) { try WorkbookWriter(path: path) }
    #expect(error?.reason == .cannotCreate(SystemFault(code: EACCES)))
    #expect(try names == ["a.xlsx"])
  }

  @Test func `says why a file cannot be made`() throws {
    let path = folder.path("none/a.xlsx")
    let error = #expect(throws: WorkbookWriterError.self) { try WorkbookWriter(path: path) }
    #expect(
      error?.phrase
        == Phrase(
          zh: "无法创建文件：文件或文件夹不存在",
          en: "the file cannot be created: no such file or folder"))
    try Self.write(to: folder.path("a.xlsx"))
    let editor = try WorkbookEditor(path: folder.path("a.xlsx"))
    let fault = #expect(throws: WorkbookEditorError.self) { try editor.save(to: path) }
    #expect(fault?.phrase == error?.phrase)
  }

  @Test func `one sheet after the other appears in the end`() throws {
    try Self.write(to: folder.path("a.xlsx"), rows: 50_000)
    #expect(try values(folder.path("a.xlsx")).count == 50_000)
  }
}
