import Foundation
import TestSupport
import Testing

/// What a run read is not overwritten, text is no formula, and warnings are no errors.
struct GuardedOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a.csv", "last.csv"] { try write(Submission.csv(), name) }
    try write("a.csv\n", "list")
    try FileManager.default.copyItem(
      at: SharedMaterial.checkout.appendingPathComponent("Templates/gov-info-disclosure-2021.json"),
      to: folder.url.appendingPathComponent("form.json"))
  }

  private func write(_ text: String, _ name: String) throws {
    _ = try folder.write(Data(text.utf8), to: name)
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  private static let forced = ["--previous", "last.csv", "--force"]

  @Test(
    "nothing that was read is overwritten",
    arguments: [
      (["import", "a.csv", "-o", "last.csv"] + forced, "last.csv"),
      (["import", "a.csv", "-o", "a.csv"] + forced, "a.csv"),
      (["import", "--files-from", "list", "-o", "list", "--force"], "list"),
      (["import", "--files-from", "list", "-o", "a.csv", "--force"], "a.csv"),
      (["import", "a.csv", "--form", "form.json", "-o", "form.json", "--force"], "form.json"),
      (["check", "a.csv", "--findings-output", "last.csv"] + forced, "last.csv"),
      (
        ["check", "a.csv", "--form", "form.json", "--findings-output", "form.json", "--force"],
        "form.json"
      ),
      (["check", "a.csv", "--findings-output", "a.csv", "--force"], "a.csv"),
    ])
  func keepsWhatItReads(arguments: [String], path: String) throws {
    let before = try Data(contentsOf: folder.url.appendingPathComponent(path))
    let run = try run(arguments)
    #expect(run.exitCode == 73)
    #expect(run.errors == "\(path): 输出文件就是输入文件，不会覆盖；请换一个输出路径\n")
    #expect(try Data(contentsOf: folder.url.appendingPathComponent(path)) == before)
  }

  @Test("an annotated copy overwrites nothing that was read either")
  func keepsWhatItAnnotates() throws {
    for name in ["book.xlsx", "last.xlsx"] {
      #expect(try run(["export", Submission.example.path, "-o", name]).exitCode == 0)
    }
    for name in ["book.xlsx", "last.xlsx"] {
      let before = try Data(contentsOf: folder.url.appendingPathComponent(name))
      let run = try run(
        ["check", "book.xlsx", "--previous", "last.xlsx", "--annotate", name, "--force"])
      #expect(run.exitCode == 73)
      #expect(run.errors.hasSuffix("\(name): 输出文件就是输入文件，不会覆盖；请换一个输出路径\n"))
      #expect(try Data(contentsOf: folder.url.appendingPathComponent(name)) == before)
    }
  }

  @Test(
    "text of a submission is no formula in the table of all agencies",
    arguments: [
      "=1+1", "+1+1", "-1-x", "@SUM(A1)",
    ])
  func guardsFormulas(text: String) throws {
    try write(Submission.csv(["requests.received.total": text]), "=b.csv")
    let run = try run(["import", "=b.csv", "a.csv", "-f", "csv"])
    let lines = run.output.split(whereSeparator: \.isNewline)
    try #require(lines.count == 3)
    #expect(lines[1].hasPrefix("'=b.csv,gov-info-disclosure-2021,2021,"))
    #expect(lines[1].contains(",'\(text),"))
    #expect(!lines[1].contains(",\(text),"))
    #expect(!lines[2].contains("'"))
  }

  @Test("the table of all agencies tells blanks, marks and negative numbers apart")
  func reportsValuesApart() throws {
    let fields = [
      "requests.received.total": "", "requests.received.other": "/",
      "requests.received.research": "-3",
    ]
    try write(Submission.csv(fields), "b.csv")
    let lines = try run(["import", "b.csv", "a.csv", "-f", "csv"]).output.split(
      whereSeparator: \.isNewline)
    let names = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let values = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for (field, value) in fields {
      let index = try #require(names.firstIndex(of: field))
      #expect(values[index] == value)
    }
  }

  @Test(
    "warnings and notes are no errors, unless --strict asks for it",
    arguments: [
      ("９", "note[value.note]", 0, 0), ("十二", "warning[value.note]", 0, 1),
      ("约5", "error[value.text]", 1, 1),
    ] as [(String, String, Int32, Int32)])
  func endsWithItsCode(value: String, described: String, code: Int32, strict: Int32) throws {
    try write(Submission.csv(["disclosure.regulations.issued": value]), "b.csv")
    let export = try run(["export", "b.csv", "-o", "b.xlsx"])
    #expect(export.errors.contains(described))
    #expect(export.exitCode == code)
    for command in ["import", "check"] {
      let plain = try run([command, "b.csv"])
      #expect((plain.errors + plain.output).contains(described))
      #expect(plain.exitCode == code)
      #expect(try run([command, "b.csv", "--strict"]).exitCode == strict)
    }
  }
}
