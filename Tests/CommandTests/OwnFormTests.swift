import Foundation
import TestSupport
import Testing

/// A form of the user's own, quite unlike the built-in ones, goes the whole way: nothing of a form is in
/// the program.
struct OwnFormTests {
  private let folder: TemporaryFolder

  private static let form = """
    {
      "id": "industry-monthly", "title": "工业月报", "source": "某市统计局", "order": ["main", "notes"],
      "sections": [{"id": "notes", "label": "说明", "sheet": "说明"}],
      "tables": [{
        "id": "main", "label": "主要指标", "sheet": "指标", "arrangement": "matrix", "corner": "指标名称",
        "columns": [
          {"id": "month", "path": ["本月"], "kind": "amount"},
          {"id": "sum", "path": ["本年累计"], "kind": "amount"}
        ],
        "rows": [
          {"id": "output", "path": ["工业总产值（万元）"]},
          {"id": "output.light", "path": ["其中：轻工业"]},
          {"id": "output.heavy", "path": ["重工业"]},
          {"id": "power", "path": ["用电量（万千瓦时）"]}
        ]
      }],
      "relations": [
        {"rule": "main.parts", "table": "main", "each": "column", "left": ["output"],
         "comparison": "=", "right": ["output.*"], "severity": "error",
         "statement": {"zh": "轻、重工业之和等于总产值", "en": "Light and heavy industry add up."},
         "source": {"zh": "制度", "en": "the rules"}},
        {"rule": "main.year", "table": "main", "each": "row", "left": ["sum"],
         "comparison": ">=", "right": ["month"], "severity": "warning",
         "statement": {"zh": "累计不小于本月", "en": "The year's sum is at least the month's."},
         "source": {"zh": "制度", "en": "the rules"}}
      ]
    }
    """

  @Test("is shown without a character that acts on a terminal or that nobody sees")
  func isShownEscaped() throws {
    let hostile = #"\u001b]0;x\u0007\u202e\u009b\u2028\ufeff\u00ad\udb40\udc41\u2060"#
    let form = Self.form.replacing("工业月报", with: "工业\(hostile)月报")
      .replacing("轻工业", with: "轻\(hostile)工业").replacing("之和等于", with: "之和\(hostile)等于")
    _ = try folder.write(Data(form.utf8), to: "hostile.json")
    for (arguments, texts) in [
      (
        ["forms", "show", "hostile.json"],
        ["industry-monthly  工业\(hostile)月报\n", "其中：轻\(hostile)工业\n", "之和\(hostile)等于总产值\n"]
      ),
      (["rules", "list", "--form", "hostile.json"], ["之和\(hostile)等于总产值\n"]),
      (["rules", "explain", "main.parts", "--form", "hostile.json"], [#"\u001b]0;x\u0007\u202e"#]),
    ] {
      let run = try CommandRun(arguments, in: folder.url)
      for text in texts { #expect(run.output.contains(text), "\(run.output)") }
      #expect(
        run.output.unicodeScalars.allSatisfy { scalar in
          scalar == "\n"
            || ![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory)
        })
      #expect(run.exitCode == 0)
    }
  }

  /// As an enterprise sends it: a title, a column of units between.
  private static let submission = """
    某厂工业月报,,,
    指标名称,计量单位,本月,本年累计
    工业总产值（万元）,万元,30.5,100
    其中：轻工业,万元,10.5,40
    重工业,万元,20,61
    用电量（万千瓦时）,万千瓦时,7,5

    """

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(Data(Self.form.utf8), to: "form.json")
    _ = try folder.write(Data(Self.submission.utf8), to: "in.csv")
  }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(arguments, in: folder.url)
  }

  @Test("is linted, read, judged and exported")
  func goesTheWholeWay() throws {
    #expect(try run("forms", "lint", "form.json").exitCode == 0)
    let read = try run("import", "in.csv", "--form", "form.json", "-o", "report.json")
    #expect(read.exitCode == 1)
    #expect(
      read.errors == """
        in.csv: warning[report.year]: 没有写明报告年度；请在标题中写明，如“××局2024年工业月报”，或填写“报告年度”
        in.csv:3:4: error[main.parts]: “本年累计”列：工业总产值（万元）（100），应等于其中：轻工业（40）＋重工业（61）＝101，少 1
            3:4=100 4:4=40 5:4=61
        in.csv:6:4: warning[main.year]: “用电量（万千瓦时）”行：本年累计（5），应不小于本月（7），少 2
            6:4=5 6:3=7

        """)
    #expect(
      try run("export", "report.json", "--form", "form.json", "-o", "out.xlsx").exitCode == 0)
    let again = try run("import", "out.xlsx", "--form", "form.json")
    #expect(again.exitCode == 1)
    let first = try String(contentsOfFile: folder.path("report.json"), encoding: .utf8)
    let tables = { (text: String) in text.components(separatedBy: "\"tables\"").last }
    #expect(tables(again.output) == tables(first))
    #expect(first.contains("\"month\": 30.5"))
  }

  @Test("has a template")
  func hasATemplate() throws {
    #expect(try run("template", "--form", "form.json", "-o", "blank.xlsx").exitCode == 0)
    let listed = try run("inspect", "blank.xlsx", "--form", "form.json", "--language", "en")
    #expect(listed.output.contains("industry-monthly"))
  }
}
