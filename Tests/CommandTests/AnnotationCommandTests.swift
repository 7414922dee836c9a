import Foundation
import TestSupport
import Testing

/// `import --annotate` hands a submission back with its findings marked.
struct AnnotationCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let csv = try Submission.csv(["requests.outcome.granted.naturalPerson": "约三"])
    _ = try folder.write(Data(csv.utf8), to: "long.csv")
    let grid = try run(["export", "long.csv", "-o", "form.csv", "--layout", "grid"])
    try #require(grid.exitCode == 0 || grid.exitCode == 1, "\(grid.errors)")
    let book = try run(["export", "long.csv", "-o", "form.xlsx"])
    try #require(book.exitCode == 0 || book.exitCode == 1, "\(book.errors)")
  }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  /// The fields, rules and messages of a file's findings, without their places.
  private func findings(_ path: String, _ options: [String] = []) throws -> [String] {
    let run = try run(["import", path, "--findings", "json"] + options)
    try #require(run.exitCode == 1, "\(run.errors)")
    return run.errors.split(separator: "\n").map { line in
      let marks = ["\"rule\":", "\"field\":"]
      return marks.flatMap { line.components(separatedBy: $0).dropFirst() }
        .map { $0.prefix { $0 != "," && $0 != "}" } }.joined(separator: " ")
    }
  }

  @Test("gives the same findings again, each with its cell", arguments: ["form.csv", "form.xlsx"])
  func marks(_ path: String) throws {
    let before = try findings(path, ["--annotate", "copy.xlsx"])
    #expect(!before.isEmpty)
    #expect(try findings("copy.xlsx") == before)
    let list = try run(["convert", "copy.xlsx", "--sheet", "校验结果", "--to", "csv", "-o", "-"])
    let lines = list.output.split(whereSeparator: \.isNewline).dropFirst(3)
    #expect(lines.count == before.count)
    #expect(lines.allSatisfy { $0.contains("!") }, "\(list.output)")
  }

  @Test("a copy has the extension of its submission")
  func keepsTheExtension() throws {
    try FileManager.default.copyItem(
      atPath: folder.path("form.xlsx"), toPath: folder.path("form.xlsm"))
    let chinese = try run(["import", "form.xlsm", "-o", "a.json", "--annotate", "copy.xlsx"])
    #expect(
      chinese.errors.hasSuffix(
        "copy.xlsx: 标注的副本是 .xlsm 工作簿，换了扩展名 Excel 打不开；--annotate 的文件名要以 .xlsm 结尾\n"))
    #expect(chinese.exitCode == 64)
    let english = try run(
      ["import", "form.csv", "-o", "a.json", "--annotate", "copy.csv", "--language", "en"])
    #expect(
      english.errors.hasSuffix(
        """
        copy.csv: the annotated copy is an .xlsx workbook, which Excel does not open by another \
        name; let --annotate end in .xlsx

        """))
    #expect(english.exitCode == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path("copy.csv")))
    let right = try run(["import", "form.xlsm", "-o", "a.json", "--annotate", "copy.xlsm"])
    #expect(right.exitCode == 1)
    #expect(FileManager.default.fileExists(atPath: folder.path("copy.xlsm")))
  }
}
