import Foundation
import TestSupport
import Testing

/// Outputs appear whole or not at all, replace nothing unasked, and never an input.
struct OutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Submission.example, to: folder.url.appendingPathComponent("report.json"))
    _ = try folder.write(Data("old".utf8), to: "old.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: "report.json")
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path(name), encoding: .utf8)
  }

  @Test("an existing file is replaced only with --force")
  func replacesOnlyWhenForced() throws {
    let refused = try run("import", "report.json", "-o", "old.json")
    #expect(refused.errors == "old.json: 输出文件已存在；要覆盖它，请加 --force\n")
    #expect(refused.exitCode == 73)
    #expect(try text("old.json") == "old")
    #expect(try run("import", "report.json", "-o", "old.json", "--force").exitCode == 0)
    #expect(try text("old.json") == text("report.json"))
  }

  @Test(
    "an input is never replaced, not even through a link", arguments: ["report.json", "link.json"])
  func keepsInputs(output: String) throws {
    let before = try text("report.json")
    let run = try run("import", "report.json", "-o", output, "--force", "--language", "en")
    #expect(
      run.errors
        == "\(output): the output is one of the inputs, which are never replaced; choose another path\n"
    )
    #expect(run.exitCode == 73)
    #expect(try text("report.json") == before)
  }

  @Test("a failure leaves the old file and nothing half-written")
  func leavesNothingHalfWritten() throws {
    _ = try folder.write(Data("nothing,known\n".utf8), to: "bad.csv")
    let run = try run("import", "bad.csv", "-o", "old.json", "--force")
    #expect(run.exitCode == 65)
    #expect(try text("old.json") == "old")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names == ["bad.csv", "link.json", "old.json", "report.json"])
  }

  @Test("a folder that is not there is told")
  func tellsAMissingFolder() throws {
    let run = try run("import", "report.json", "-o", "no/where.json")
    #expect(run.errors == "no/where.json: 无法创建输出文件：文件或文件夹不存在\n")
    #expect(run.exitCode == 73)
  }
}
