import DelimitedText
import Diagnostics
import Documents
import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Whoever asks an input for its bytes gets those that it had when it was opened.
struct InputTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("input")
  }

  /// A small file, and one that is not read whole when it is opened.
  @Test(arguments: [100, 3 << 20])
  func `keeps its bytes where its file is replaced`(size: Int) throws {
    let old = [UInt8](repeating: 0x31, count: size)
    try Data(old).write(to: URL(filePath: path))
    let input = try Input(path: path)
    try Data([0x32]).write(to: URL(filePath: path), options: .atomic)
    #expect(input.byteCount == size)
    #expect(try input.bytes() == old)
    #expect(try input.bytes() == old)
    #expect(try Input(path: path).bytes() == [0x32])
  }

  @Test func `gives a large workbook more than once, although its file is gone`() throws {
    var generator = SeededGenerator(seed: 1)
    let writer = try WorkbookWriter(path: path)
    let sheet = try writer.addSheet("S")
    for _ in 1...20_000 {
      try sheet.append(
        row: (1...8).map { _ in .number(Double(UInt64.random(in: 0..<(1 << 50), using: &generator)))
        })
    }
    try writer.finish()
    let input = try Input(path: path)
    #expect(input.byteCount > 1 << 20)
    try FileManager.default.removeItem(atPath: path)
    #expect(try SubmissionReader().read(input).grids.map(\.count) == [160_000])
    #expect(try Workbook(input.package(limits: .standard)).sheets.map(\.name) == ["S"])
  }

  @Test func `reads a pipe once`() throws {
    #expect(mkfifo(path, 0o600) == 0)
    let pipe = path
    Thread.detachNewThread {
      let writer = FileHandle(forWritingAtPath: pipe)
      writer?.write(Data("甲,1\n乙,2\n".utf8))
      try? writer?.close()
    }
    let document = try SubmissionReader().read(Input(path: path))
    #expect(
      document.grids.first?.cells.map(\.value) == [.text("甲"), .text("1"), .text("乙"), .text("2")])
  }

  @Test func `says what cannot be opened`() {
    #expect(throws: ByteSourceError.isFolder) { _ = try Input(path: "/") }
    #expect(throws: ByteSourceError.cannotOpen(SystemFault(code: ENOENT))) {
      _ = try Input(path: "/no such file")
    }
  }
}
