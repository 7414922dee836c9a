import Foundation
import TestSupport
import Testing

/// `export` and `template` write workbooks, CSV and JSON; every way back gives the same report.
struct ExportCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  @Test(
    "comes back as it was",
    arguments: [
      ["-o", "a.xlsx"], ["-o", "a.csv"], ["-o", "a.csv", "--layout", "grid"],
      ["-o", "a.csv", "--no-formula-guard"], ["-o", "a.json"],
    ])
  func comesBack(options: [String]) throws {
    let export = try run(["export", Submission.example.path] + options)
    #expect(export.errors.isEmpty)
    #expect(export.output.isEmpty)
    #expect(export.exitCode == 0)
    let diff = try run(["diff", Submission.example.path, options[1]])
    #expect(diff.output.isEmpty)
    #expect(diff.errors.isEmpty)
    #expect(diff.exitCode == 0)
  }

  @Test("calculates the totals anew where that is asked for, and says which changed")
  func recomputesTotals() throws {
    let changed = try Submission.csv([
      "requests.received.total": "999", "requests.carriedIn.total": "",
    ])
    try changed.write(
      to: folder.url.appendingPathComponent("a.csv"), atomically: true, encoding: .utf8)
    for (language, messages) in [
      (
        "zh",
        [
          "a.csv：“一、本年新收政府信息公开申请数量，总计”按各分项重新计算，由 999 改为 ",
          "a.csv：“二、上年结转政府信息公开申请数量，总计”按各分项重新计算，由 空 改为 ",
        ]
      ),
      (
        "en",
        [
          "a.csv: “一、本年新收政府信息公开申请数量，总计” was calculated anew from its parts and changed from 999 to ",
          "a.csv: “二、上年结转政府信息公开申请数量，总计” was calculated anew from its parts and changed from blank to ",
        ]
      ),
    ] {
      let run = try run([
        "export", "a.csv", "-o", "b.json", "--force", "--recompute-totals", "--language", language,
      ])
      let lines = run.errors.split(separator: "\n")
      #expect(lines.count == 2)
      for (line, message) in zip(lines, messages) { #expect(line.hasPrefix(message), "\(line)") }
      #expect(run.exitCode == 0)
    }
    #expect(try self.run(["diff", Submission.example.path, "b.json"]).output.isEmpty)
    let again = try run([
      "export", "b.json", "-o", "c.xlsx", "--recompute-totals", "--language", "zh",
    ])
    #expect(again.errors == "b.json：总计都与分项相符，没有改动\n")
    let plain = try run(["export", "a.csv", "-o", "d.json"])
    #expect(plain.errors.isEmpty)
    #expect(try self.run(["diff", "b.json", "d.json"]).exitCode == 1)
  }

  @Test("gives the same bytes again", arguments: ["a.xlsx", "a.csv", "a.json"])
  func isRepeatable(name: String) throws {
    for output in ["1" + name, "2" + name] {
      #expect(try run(["export", Submission.example.path, "-o", output]).exitCode == 0)
    }
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("1" + name))
        == Data(contentsOf: folder.url.appendingPathComponent("2" + name)))
  }

  @Test("refuses an output whose name does not tell what to write")
  func refusesAnUnknownOutput() throws {
    let chinese = try run(["export", Submission.example.path, "-o", "a.pdf"])
    #expect(
      chinese.errors == """
        xlsxreport: 从“a.pdf”看不出要写成什么；输出文件名要以 .xlsx、.csv 或 .json 结尾\
        （用法见 xlsxreport export --help）

        """)
    #expect(chinese.exitCode == 64)
    let english = try run(["export", Submission.example.path, "-o", "a.pdf", "--language", "en"])
    #expect(
      english.errors == """
        xlsxreport: 'a.pdf' does not tell what to write; the output's name must end in \
        .xlsx, .csv or .json (see 'xlsxreport export --help')

        """)
  }

  @Test("a workbook that is filled in keeps its extension")
  func keepsTheExtension() throws {
    try FileManager.default.copyItem(
      at: SharedMaterial.checkout.appendingPathComponent("Templates/gov-info-disclosure-2021.xlsx"),
      to: folder.url.appendingPathComponent("office.xlsm"))
    let arguments = ["export", Submission.example.path, "--template", "office.xlsm", "-o"]
    let chinese = try run(arguments + ["out.xlsx"])
    #expect(
      chinese.errors == """
        xlsxreport: --template 是 .xlsm 工作簿，换了扩展名 Excel 打不开；输出文件名“out.xlsx”要以 .xlsm 结尾\
        （用法见 xlsxreport export --help）

        """)
    #expect(chinese.exitCode == 64)
    let english = try run(arguments + ["out.json", "--language", "en"])
    #expect(
      english.errors == """
        xlsxreport: --template is an .xlsm workbook, which Excel does not open by another name; \
        let the output 'out.json' end in .xlsm (see 'xlsxreport export --help')

        """)
    let right = try run(arguments + ["out.xlsm"])
    #expect(right.errors.isEmpty)
    #expect(right.exitCode == 0)
    let diff = try run(["diff", Submission.example.path, "out.xlsm"])
    #expect(diff.output.isEmpty)
  }

  @Test("tells a damaged JSON with its place")
  func reportsDamage() throws {
    _ = try folder.write(Data("{\"form\": \n  oops}".utf8), to: "bad.json")
    let run = try run(["export", "bad.json", "-o", "a.xlsx", "--language", "en"])
    #expect(run.exitCode == 65)
    #expect(run.errors.hasPrefix("bad.json: "))
    #expect(run.errors.contains("line 2"))
    #expect(run.errors.count { $0 == "\n" } == 1)
  }

  @Test("a template carries the agency, the year, and what last year carried over")
  func fillsATemplate() throws {
    let last = try Submission.csv([
      "requests.carriedOut.business": "4", "requests.carriedOut.total": "4",
    ])
    _ = try folder.write(Data(last.utf8), to: "last.csv")
    let made = try run([
      "template", "-o", "t.xlsx", "--agency", "某某局", "--year", "2026", "--previous", "last.csv",
    ])
    #expect(made.exitCode == 0)
    #expect(
      made.errors == """
        last.csv: warning[previous.agency]: 本报告的单位是“某某局”，而 --previous 给出的是“政府办公室”的报告；请核对文件

        """)
    let same = try run([
      "template", "-o", "s.xlsx", "--agency", "政府办公室", "--previous", "last.csv",
    ])
    #expect(same.errors.isEmpty)
    let read = try run(["import", "t.xlsx"])
    #expect(read.output.contains("\"agency\": \"某某局\""))
    #expect(read.output.contains("\"year\": 2026"))
    #expect(read.output.contains(/"carriedIn": \{[^}]*"business": 4/))
  }

  @Test("a template is an .xlsx, of a year that can be")
  func validatesATemplate() throws {
    let kind = try run(["template", "-o", "t.csv"])
    #expect(
      kind.errors
        == "xlsxreport: 空表只写成 .xlsx，输出文件名“t.csv”要以 .xlsx 结尾（用法见 xlsxreport template --help）\n")
    #expect(kind.exitCode == 64)
    let year = try run(["template", "-o", "t.xlsx", "--year", "26", "--language", "en"])
    #expect(
      year.errors == """
        xlsxreport: --year wants a year from 1900 to 2999, not 26 (see 'xlsxreport template --help')

        """)
    #expect(year.exitCode == 64)
    let form = try run(["template", "-o", "t.xlsx", "--form", "gov-info-disclosure-2012"])
    #expect(
      form.errors.hasPrefix(
        "xlsxreport: 没有“gov-info-disclosure-2012”这种统计表，是不是“gov-info-disclosure-20"))
    #expect(form.exitCode == 64)
  }
}
