import Foundation
import TestSupport
import Testing

/// Several files: a report a line in the order of the arguments, and a bad one stops nothing.
struct SeveralFilesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let good = try Submission.csv()
    let broken = try Submission.csv(["requests.carriedOut.naturalPerson": "1"])
    for (name, text) in [
      ("b.csv", good), ("a.csv", broken), ("c.csv", "nothing,known\n"), (".hidden.csv", good),
      ("~$b.xlsx", "lock"), ("notes.md", "no submission"), ("d/e.csv", good),
    ] {
      let url = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  private func run(_ arguments: String..., input: String? = nil) throws -> CommandRun {
    try CommandRun(arguments, input: input.map { Data($0.utf8) }, in: folder.url)
  }

  private func sources(_ output: String) -> [String] {
    output.split(separator: "\n").map { line in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let source = object?["source"] as? [String: Any]
      return (source?["file"] ?? object?["file"]) as? String ?? "?"
    }
  }

  @Test(
    "keep the order of the arguments, however many are worked on at a time", arguments: [1, 2, 7])
  func keepTheOrder(jobs: Int) throws {
    let names = (0..<12).map { "\($0).csv" }
    let text = try Submission.csv()
    for name in names { _ = try folder.write(Data(text.utf8), to: name) }
    let run = try CommandRun(["import", "--jobs", "\(jobs)"] + names, in: folder.url)
    #expect(sources(run.output) == names)
    #expect(run.exitCode == 0)
  }

  @Test("go on past a bad one, and end with the largest of their codes")
  func goOn() throws {
    let run = try run("import", "b.csv", "nowhere.csv", "c.csv", "a.csv")
    #expect(sources(run.output) == ["b.csv", "nowhere.csv", "c.csv", "a.csv"])
    #expect(run.output.contains(#"{"file":"nowhere.csv","error":"无法打开：文件或文件夹不存在"}"#))
    #expect(run.exitCode == 66)
    #expect(run.errors.contains("nowhere.csv: error[file.unreadable]: 无法打开：文件或文件夹不存在\n"))
    #expect(run.errors.contains("c.csv: error[form.unrecognised]: "))
    #expect(run.errors.contains("\nb.csv：没有发现问题\n") || run.errors.hasPrefix("b.csv：没有发现问题\n"))
    #expect(run.errors.hasSuffix("共 4 个文件，其中 2 个无法读取：4 个错误\n"))
    #expect(try self.run("import", "b.csv", "c.csv").exitCode == 65)
    #expect(try self.run("import", "b.csv", "a.csv").exitCode == 1)
  }

  @Test("come out of a folder in name order, hidden and lock files passed over")
  func walkAFolder() throws {
    let run = try run("import", ".")
    #expect(sources(run.output) == ["a.csv", "b.csv", "./c.csv", "e.csv"])
    #expect(run.exitCode == 65)
    let check = try self.run("check", "d", "--language", "en")
    #expect(check.output.isEmpty)
    #expect(check.errors == "d/e.csv: nothing found\n1 file in all: nothing found\n")
    #expect(check.exitCode == 0)
  }

  @Test("come out of a list, on stdin too")
  func readAList() throws {
    _ = try folder.write(Data("b.csv\r\n\r\na.csv\n".utf8), to: "list")
    #expect(sources(try run("import", "--files-from", "list").output) == ["b.csv", "a.csv"])
    #expect(sources(try run("import", "--files-from", "-", input: "a.csv\n").output) == ["a.csv"])
    let empty = try run("import", "--files-from", "-", input: "\n")
    #expect(empty.errors == "-: 文件名列表是空的\n")
    #expect(empty.exitCode == 66)
  }

  @Test("a folder with nothing in it is an error")
  func refuseAnEmptyFolder() throws {
    let empty = folder.url.appendingPathComponent("empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let chinese = try run("check", "empty")
    #expect(chinese.errors == "empty: 文件夹里没有可读的文件（.xlsx、.csv、.html、.docx、.txt）\n")
    #expect(chinese.exitCode == 66)
    #expect(
      try run("check", "empty", "--language", "en").errors
        == "empty: the folder holds no file that could be read (.xlsx, .csv, .html, .docx, .txt)\n")
  }

  @Test("become a CSV with a row an agency and a column a field")
  func becomeATable() throws {
    let run = try run("import", "b.csv", "a.csv", "-f", "csv")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("file,form,year,agency,title,disclosure.regulations.issued,"))
    #expect(lines[0].split(separator: ",").count == 205)
    #expect(lines[1].hasPrefix("b.csv,gov-info-disclosure-2021,"))
    #expect(lines[2].hasPrefix("a.csv,gov-info-disclosure-2021,"))
  }
}
