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

  @Test(
    "an input is never replaced, not even where it comes through stdin",
    arguments: [
      "import - -o report.json --force", "export - -o report.json --force",
      "import - --findings-output report.json --force", "import - -o link.json --force",
      "convert - --to csv -o report.json --force",
    ])
  func keepsStdin(arguments: String) throws {
    let before = try text("report.json")
    let run = try ShellRun("\"$0\" \(arguments) <report.json", in: folder.url)
    #expect(run.errors.hasSuffix(".json: 输出文件就是输入文件，不会覆盖；请换一个输出路径\n"), "\(run.errors)")
    #expect(run.exitCode == 73)
    #expect(try text("report.json") == before)
    let appended = try ShellRun("\"$0\" import report.json >>report.json", in: folder.url)
    #expect(appended.exitCode == 73)
    #expect(try text("report.json") == before)
  }

  @Test(
    "two outputs are not one regular file",
    arguments: [
      ("-o new.json --findings-output new.json", "--output", "--findings-output", "new.json"),
      ("-o new.json --findings-output ./new.json", "--output", "--findings-output", "./new.json"),
      (
        "-o old.json --findings-output hard.json --force", "--output", "--findings-output",
        "hard.json"
      ),
      (
        "--findings-output old.json --force >>old.json", "--output", "--findings-output", "old.json"
      ),
      ("-o a.xlsx --annotate a.xlsx", "--output", "--annotate", "a.xlsx"),
      (
        "--findings-output a.xlsx --annotate a.xlsx", "--findings-output", "--annotate", "a.xlsx"
      ),
    ])
  func keepsOutputsApart(
    arguments: String, first: String, second: String, name: String
  ) throws {
    _ = try ShellRun("ln old.json hard.json", in: folder.url)
    let chinese = try ShellRun("\"$0\" import report.json \(arguments)", in: folder.url)
    #expect(chinese.errors == "xlsxreport: \(first) 和 \(second) 是同一个文件“\(name)”；请写到两个文件\n")
    #expect(chinese.exitCode == 64)
    let english = try ShellRun(
      "\"$0\" import report.json --language en \(arguments)", in: folder.url)
    #expect(
      english.errors
        == "xlsxreport: \(first) and \(second) are one file, '\(name)'; give each its own\n")
    #expect(try text("old.json") == "old")
  }

  @Test(
    "devices, pipes and one stream twice are as they were asked for",
    arguments: [
      "-o /dev/null --findings-output /dev/null", "-o - --findings-output - | cat",
      "-o - --findings-output - >both.txt", "-o /dev/stdout --findings-output /dev/stdout | cat",
    ])
  func allowsStreams(arguments: String) throws {
    let run = try ShellRun("\"$0\" import report.json \(arguments)", in: folder.url)
    #expect(run.errors == "")
    #expect(run.exitCode == 0)
  }

  @Test("outputs and annotated copies are open to nobody to whom their input is not")
  func keepsPermissions() throws {
    let csv = try Submission.csv(["requests.received.total": "1"])
    _ = try folder.write(Data(csv.utf8), to: "closed.csv")
    _ = try folder.write(Data(csv.utf8), to: "open.csv")
    let run = try ShellRun(
      """
      umask 022; chmod 600 closed.csv; chmod 644 open.csv
      "$0" import closed.csv -o o.json --findings-output o.txt --annotate o.xlsx
      "$0" export - -o s.xlsx <closed.csv 2>e.txt
      "$0" convert closed.csv -o c.xlsx
      "$0" check closed.csv open.csv --annotate d >/dev/null 2>&1
      "$0" import open.csv -o p.json --findings-output p.txt --previous closed.csv
      ls -l c.xlsx d/closed.csv.xlsx d/open.csv.xlsx o.json o.txt o.xlsx p.json s.xlsx | cut -c 1-10
      """, in: folder.url)
    let (closed, open) = ("-rw-------", "-rw-r--r--")
    #expect(
      run.output.split(separator: "\n").map(String.init) == [
        closed, closed, open, closed, closed, closed, closed, closed,
      ], "\(run.output)\(run.errors)")
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
  func reportsAMissingFolder() throws {
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
