import Foundation
import TestSupport
import Testing

/// `diff` tells what changed, by field, and ends with 1 when something did.
struct DiffCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let text = try String(contentsOf: Submission.example, encoding: .utf8)
    _ = try folder.write(Data(text.utf8), to: "a.json")
    let changed =
      text
      .replacing(/"year": \d+/, with: "\"year\": 2031")
      .replacing("\"corrected\": 1,", with: "\"corrected\": 2,", maxReplacements: 1)
      .replacing(/"overview": "([^"\\]*)/, with: { "\"overview\": \"第一段。\\n\($0.output.1)" })
    _ = try folder.write(Data(changed.utf8), to: "b.json")
  }

  @Test("says nothing of equal reports")
  func saysNothing() throws {
    let run = try CommandRun(["diff", "a.json", "a.json"], in: folder.url)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
    #expect(run.exitCode == 0)
  }

  @Test("tells every difference", arguments: ["zh", "en"])
  func tells(language: String) throws {
    let run = try CommandRun(
      ["diff", "a.json", "b.json", "--language", language], in: folder.url)
    #expect(run.exitCode == 1)
    try expectGolden(run.output, "diff.\(language).txt")
  }

  @Test("tells them as JSON, an object a line")
  func reportsJSON() throws {
    let run = try CommandRun(["diff", "a.json", "b.json", "--format", "json"], in: folder.url)
    try expectGolden(run.output, "diff.jsonl")
  }

  @Test("names the file that cannot be read")
  func namesTheFile() throws {
    let run = try CommandRun(["diff", "a.json", "nowhere.xlsx"], in: folder.url)
    #expect(run.errors == "nowhere.xlsx: 无法打开：文件或文件夹不存在\n")
    #expect(run.exitCode == 66)
  }
}
