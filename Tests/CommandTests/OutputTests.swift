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

  @Test("a closed stream is not mistaken for a file that is opened")
  func holdsClosedStreams() throws {
    _ = try folder.write(Data(Submission.csv(["requests.received.total": "1"]).utf8), to: "a.csv")
    let import_ = "\"$0\" import a.csv --findings json --findings-output f.json --force"
    #expect(try ShellRun("\(import_) >report", in: folder.url).exitCode == 1)
    let findings = try text("f.json")
    for (language, message) in [
      ("zh", "xlsxreport: 写入失败：这个流已经关闭\n"),
      ("en", "xlsxreport: writing failed: the stream is closed\n"),
    ] {
      let run = try ShellRun("\(import_) --language \(language) >&-", in: folder.url)
      #expect(run.errors == message)
      #expect(run.exitCode == 74)
    }
    #expect(try text("f.json") == findings)
    let run = try ShellRun(
      "\"$0\" import a.csv --findings json -o old.json --force 2>&-", in: folder.url)
    #expect(run.exitCode == 74)
    #expect(try text("old.json") == "old")
    let read = try ShellRun("\"$0\" import - --language en <&-", in: folder.url)
    #expect(read.errors.hasSuffix("the stream is closed\n"))
    #expect(read.exitCode == 74)
  }

  @Test("nothing is left when nobody reads what goes to stdout meanwhile")
  func leavesNothingAtAClosedPipe() throws {
    _ = try folder.write(Data(Submission.csv(["requests.received.total": "1"]).utf8), to: "a.csv")
    let run = try ShellRun(
      "(sleep 0.5; \"$0\" import a.csv --findings json --findings-output f.json) | true",
      in: folder.url)
    #expect(run.errors == "")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(names.filter { $0.hasSuffix(".tmp") } == [])
  }
}
