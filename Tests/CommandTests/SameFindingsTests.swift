import Foundation
import TestSupport
import Testing

/// A report has the same findings whatever it is read from: JSON, NDJSON, delimited text, our own workbook.
struct SameFindingsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The rules, severities, messages and fields of a file's findings, without their places, sorted.
  private func findings(_ path: String, _ command: [String] = ["check"]) throws -> [String] {
    let run = try CommandRun(command + [path, "--findings", "json"], in: folder.url)
    try #require(run.exitCode <= 1, "\(run.errors)")
    return try run.output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let cells = object?["cells"] as? [[String: Any]] ?? []
      let fields = cells.map { "\($0["field"] ?? "")=\($0["value"] ?? "")" }
      return
        "\(object?["rule"] ?? "") \(object?["severity"] ?? "") \(object?["message"] ?? "") \(fields)"
    }.sorted()
  }

  @Test(
    "with values that are none, notes, decimals, another year, a missing table",
    arguments: [
      (["disclosure.licensing.decisions": "3/5"], ["value.text"]),
      (["disclosure.licensing.decisions": "约三", "disclosure.fees.amount": "12件"], ["value.text"]),
      (["disclosure.licensing.decisions": "9（含上年）"], ["value.note"]),
      (
        ["disclosure.licensing.decisions": "-2", "disclosure.fees.amount": "0.123456"],
        ["value.count", "value.decimals"]
      ),
      (["requests.received.total": "x"], ["value.text"]),
      (["-": "year"], ["form.layoutYear"]), (["-": "proceedings,"], ["table.missing"]),
      ([:], []),
    ] as [([String: String], [String])])
  func same(changes: [String: String], rules: [String]) throws {
    var text = try Submission.csv(changes.filter { $0.key != "-" })
    if changes["-"] == "year" { text = text.replacing("报告年度,2021", with: "报告年度,2020") }
    if let dropped = changes["-"], dropped.hasSuffix(",") {
      text = try Submission.csv(dropping: [dropped])
    }
    _ = try folder.write(Data(text.utf8), to: "a.csv")
    let expected = try findings("a.csv")
    for rule in rules {
      #expect(expected.contains { $0.hasPrefix(rule + " ") }, "\(rule)\n\(expected)")
    }
    #expect(rules.isEmpty == expected.isEmpty)
    for (source, output) in [
      ("a.csv", "a.json"), ("a.csv", "a.xlsx"), ("a.json", "b.xlsx"), ("a.json", "b.csv"),
      ("a.xlsx", "c.json"),
    ] {
      let made = try CommandRun(["export", source, "-o", output], in: folder.url)
      try #require(made.exitCode <= 1, "\(made.errors)")
      #expect(try findings(output) == expected, "\(source) \(output)")
    }
    let grid = try CommandRun(
      ["export", "a.json", "-o", "grid.csv", "--layout", "grid"], in: folder.url)
    try #require(grid.exitCode <= 1, "\(grid.errors)")
    #expect(try findings("grid.csv") == expected)
  }

  @Test("of JSON, told by every command that reads it")
  func reportsJSON() throws {
    let csv = try Submission.csv(["disclosure.licensing.decisions": "3/5"])
    _ = try folder.write(Data(csv.utf8), to: "a.csv")
    let made = try CommandRun(["import", "a.csv", "-o", "a.json"], in: folder.url)
    #expect(made.exitCode == 1)
    let message = """
      a.json: error[value.text]: “行政许可，本年处理决定数量”: “3/5” holds more than one number, so none was read; \
      enter one number

      """
    for arguments in [
      ["check", "a.json"], ["import", "a.json", "-o", "b.json"],
      ["export", "a.json", "-o", "a.xlsx"],
      ["diff", "a.json", "a.json"],
    ] {
      let run = try CommandRun(arguments + ["--language", "en"], in: folder.url)
      #expect((run.output + run.errors).contains(message), "\(run.output)\(run.errors)")
      #expect(run.exitCode == (arguments[0] == "diff" ? 0 : 1))
    }
  }

  @Test("a field that JSON leaves out is one that was not found")
  func reportsMissingFields() throws {
    let json = try String(contentsOf: Submission.example, encoding: .utf8)
    let line = try #require(json.split(separator: "\n").first { $0.contains("\"repealed\":") })
    _ = try folder.write(
      Data(json.replacing(line, with: "", maxReplacements: 1).utf8), to: "a.json")
    for (language, message) in [
      ("zh", "没有“规章，本年废止件数”（disclosure.regulations.repealed），没有读入；没有数字的写 null\n"),
      (
        "en",
        """
        “规章，本年废止件数” (disclosure.regulations.repealed) is not there, so it was not read; write null \
        where there is no number

        """
      ),
    ] {
      let run = try CommandRun(["check", "a.json", "--language", language], in: folder.url)
      #expect(run.output == "a.json: error[row.missing]: " + message, "\(run.output)")
      #expect(run.exitCode == 1)
    }
  }
}
