import Foundation
import TestSupport
import Testing

/// `forms`, `rules` and `inspect` tell what the program knows and sees.
struct CatalogueCommandTests {
  @Test(
    "is as recorded",
    arguments: [
      ["forms"], ["forms", "list", "-f", "json"], ["forms", "show", "gov-info-disclosure-2021"],
      ["rules"], ["rules", "explain", "requests.balance"],
    ], ["zh", "en"])
  func isAsRecorded(arguments: [String], language: String) throws {
    let run = try CommandRun(arguments + ["--language", language])
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty)
    let name = arguments.map { $0.replacing("-", with: "") }.joined(separator: "-")
    try expectGolden(run.output, "\(name).\(language).txt")
  }

  @Test("the rules in JSON have both languages whatever the run's is")
  func rulesInJSON() throws {
    let run = try CommandRun(["rules", "list", "--format", "json"])
    for line in run.output.split(separator: "\n") {
      let rule = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      for part in ["what", "why", "source", "example", "mend"] {
        let texts = try #require(rule[part] as? [String: String], "\(line)")
        #expect(texts["zh"]?.isEmpty == false && texts["en"]?.isEmpty == false)
      }
    }
    #expect(
      try CommandRun(["rules", "list", "--format", "json", "--language", "en"]).output == run.output
    )
  }

  @Test("a form in JSON is its definition, and passes its own check")
  func showsADefinition() throws {
    let folder = try TemporaryFolder()
    let shown = try CommandRun(["forms", "show", "gov-info-disclosure-2019", "-f", "json"])
    let path = try folder.write(Data(shown.output.utf8), to: "form.json")
    let lint = try CommandRun(["forms", "lint", path])
    #expect(lint.output.isEmpty)
    #expect(lint.errors == "\(path): 没有问题\n")
    #expect(lint.exitCode == 0)
    #expect(try CommandRun(["forms", "show", path, "-f", "json"]).output == shown.output)
  }

  @Test("a definition's check tells every fault, a line each, and ends with 1")
  func lints() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Data(#"{"id": "x", "title": 3}"#.utf8), to: "bad.json")
    let run = try CommandRun(["forms", "lint", "bad.json"], in: folder.url)
    #expect(run.exitCode == 1)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.hasPrefix("bad.json: ") })
    let used = try CommandRun(["import", "x", "--form", "./bad.json"], in: folder.url)
    #expect(used.exitCode == 65)
    #expect(used.errors.hasPrefix("./bad.json: 表格定义有误："))
  }

  @Test("unknown names are told with the nearest known one")
  func suggests() throws {
    let form = try CommandRun(["forms", "show", "gov-info-disclosure-202"])
    #expect(form.exitCode == 64)
    #expect(form.errors.contains("是不是“gov-info-disclosure-2021”？"))
    let nothing = try CommandRun(["forms", "show", "zzz", "--language", "en"])
    #expect(
      nothing.errors == """
        xlsxreport: there is no form 'zzz'; built in are gov-info-disclosure-2021, \
        gov-info-disclosure-2019; for a definition of your own give its path

        """)
    let rule = try CommandRun(["rules", "explain", "zzz"])
    #expect(rule.errors == "xlsxreport: 没有“zzz”这条规则；全部规则见 xlsxreport rules\n")
    #expect(rule.exitCode == 64)
  }

  @Test("inspect tells sheets, form and places", arguments: ["zh", "en"])
  func inspects(language: String) throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Data(Submission.csv().utf8), to: "form.csv")
    let run = try CommandRun(["inspect", "form.csv", "--language", language], in: folder.url)
    #expect(run.exitCode == 0)
    try expectGolden(run.output, "inspect.\(language).txt")
    let json = try CommandRun(
      ["inspect", "form.csv", "--format", "json", "--verbose"], in: folder.url)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let form = try #require(object["form"] as? [String: Any])
    #expect(form["id"] as? String == "gov-info-disclosure-2021")
    #expect((form["fields"] as? [Any])?.count == 200)
  }

  @Test("inspect tells why no form is recognised, and that is no failure of its own")
  func inspectsAnything() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Data("nothing,known\n".utf8), to: "other.csv")
    let run = try CommandRun(["inspect", "other.csv", "--format", "json"], in: folder.url)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("\"form\": null"))
    #expect(run.output.contains("\"reason\": \"没有识别出"))
  }
}
