import Foundation
import Spreadsheets
import TestSupport
import Testing

@Suite struct WorkbookWriterTests {
  @Test func writesTheSameBytesTwice() throws {
    let folder = try TemporaryFolder()
    try SampleWorkbook.write(to: folder.path("a.xlsx"))
    try SampleWorkbook.write(to: folder.path("b.xlsx"))
    let first = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.xlsx")))
    let second = try Data(contentsOf: URL(fileURLWithPath: folder.path("b.xlsx")))
    #expect(first.count > 5_000)
    #expect(first == second)
    if let path = ProcessInfo.processInfo.environment["KEEP_SAMPLE"] {
      try first.write(to: URL(fileURLWithPath: path))
    }
  }
}
