import Foundation
import TestSupport
import Testing

/// `import` prints the report on stdout and what is wrong with it on stderr.
struct ImportCommandTests {
  private let folder: TemporaryFolder
  private let workbook: String

  init() throws {
    folder = try TemporaryFolder()
    workbook = folder.path("form.xlsx")
    let run = try CommandRun(["export", Submission.example.path, "-o", workbook])
    try #require(run.exitCode == 0, "\(run.errors)")
  }

  private func write(_ csv: String, to name: String) throws -> String {
    try folder.write(Data(csv.utf8), to: name)
  }

  @Test("gives the report that the workbook was made of")
  func givesTheReport() throws {
    let run = try CommandRun(["import", workbook])
    #expect(run.errors.isEmpty)
    #expect(run.exitCode == 0)
    let expected = try String(contentsOf: Submission.example, encoding: .utf8)
    #expect(withoutSource(run.output) == withoutSource(expected))
  }

  @Test(
    "reads what Excel saves as CSV in China, and as Unicode text, without being told the encoding",
    arguments: [("gb18030", "form.csv"), ("utf-16", "form.txt"), ("utf-8", "form.csv")])
  func detectsTheEncoding(encoding: String, name: String) throws {
    let grid = folder.path("grid.csv")
    let exported = try CommandRun(
      ["export", Submission.example.path, "-o", grid, "--layout", "grid"])
    try #require(exported.exitCode == 0, "\(exported.errors)")
    let (kind, path) = (name.hasSuffix("txt") ? "form.tsv" : "form.csv", folder.path(name))
    let converted = try CommandRun(
      ["convert", grid, "-o", folder.path(kind), "--output-encoding", encoding])
    try #require(converted.exitCode == 0, "\(converted.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path(kind)))
    try bytes.write(to: URL(fileURLWithPath: path))
    let read = try CommandRun(["import", path])
    let expected = try CommandRun(["import", workbook])
    #expect(read.exitCode == 0 && read.errors.isEmpty, "\(read.errors)")
    #expect(withoutSource(read.output) == withoutSource(expected.output))
  }

  @Test("reads its own JSON again to the same bytes")
  func readsItsOwnJSON() throws {
    let first = try CommandRun(["import", workbook])
    let path = try folder.write(Data(first.output.utf8), to: "report.json")
    #expect(try CommandRun(["import", path]).output == first.output)
  }

  @Test("reads stdin", arguments: ["form.xlsx", "form.csv"])
  func readsStandardInput(name: String) throws {
    _ = try write(Submission.csv(), to: "form.csv")
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
    let run = try CommandRun(["import", "-", "-f", "ndjson"], input: bytes)
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("\"file\":\"-\""))
    #expect(run.output.count { $0 == "\n" } == 1)
  }

  @Test("draws a table with the columns of Chinese text straight")
  func drawsATable() throws {
    let run = try CommandRun(["import", workbook, "-f", "table"])
    try expectGolden(run.output, "import-table.txt")
  }

  @Test("writes the long CSV, plain on stdout and for Excel in a file")
  func writesCSV() throws {
    let printed = try CommandRun(["import", workbook, "-f", "csv"])
    #expect(printed.output.hasPrefix("table,row,column,label,value\n"))
    let path = folder.path("out.csv")
    #expect(try CommandRun(["import", workbook, "-f", "csv", "-o", path]).output.isEmpty)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self).hasPrefix(
        "table,row,column,label,value\r\n"))
  }

  @Test(
    "tells a broken relation in both languages, prints the report all the same, and ends with 1")
  func reportsABrokenRelation() throws {
    let path = try write(Submission.csv(["requests.carriedOut.naturalPerson": "1"]), to: "form.csv")
    let chinese = try CommandRun(["import", "form.csv"], in: folder.url)
    #expect(chinese.exitCode == 1)
    #expect(chinese.output.contains("\"carriedOut\": {\n        \"naturalPerson\": 1"))
    try expectGolden(chinese.errors, "import-broken.zh.txt")
    let english = try CommandRun(["import", "form.csv", "--language", "en"], in: folder.url)
    try expectGolden(english.errors, "import-broken.en.txt")
    let json = try CommandRun(["import", path, "--findings", "json"])
    #expect(json.errors.contains("\"rule\":\"requests.balance\",\"severity\":\"error\""))
    #expect(json.errors.contains("\"left\":9,\"right\":10,\"difference\":-1"))
  }

  @Test("leaves rules out and says so; without a broken rule it ends with 0")
  func disablesRules() throws {
    let path = try write(Submission.csv(["requests.carriedOut.naturalPerson": "1"]), to: "form.csv")
    let run = try CommandRun(
      ["import", path, "--disable", "requests.balance", "--disable", "requests.total"])
    #expect(run.exitCode == 0)
    #expect(
      run.errors == """
        未检查的规则：requests.balance、requests.balance.incomplete、requests.total、\
        requests.total.incomplete

        """)
    let unknown = try CommandRun(["import", path, "--disable", "request.balance"])
    #expect(unknown.exitCode == 64)
    #expect(
      unknown.errors
        == "xlsxreport: 没有“request.balance”这条规则，是不是“requests.balance”？（全部规则见 xlsxreport rules）\n")
  }

  @Test("counts warnings as errors only when strict")
  func isStrict() throws {
    let path = try write(Submission.csv(["disclosure.fees.amount": "1.234567"]), to: "form.csv")
    let lenient = try CommandRun(["import", path])
    #expect(lenient.errors.contains("warning[value.decimals]"))
    #expect(lenient.exitCode == 0)
    #expect(try CommandRun(["import", path, "--strict"]).exitCode == 1)
  }

  @Test("compares with last year's report, whatever kind of file that is")
  func comparesWithLastYear() throws {
    let previous = try write(
      Submission.csv([
        "requests.carriedOut.naturalPerson": "3", "requests.carriedOut.total": "3",
        "requests.received.naturalPerson": "12", "requests.received.total": "12",
      ]), to: "last.csv")
    let run = try CommandRun(["import", workbook, "--previous", previous])
    #expect(run.exitCode == 1)
    #expect(run.errors.contains("error[previous.carriedIn]"))
    let missing = try CommandRun(["import", workbook, "--previous", "nowhere.xlsx"])
    #expect(missing.errors == "nowhere.xlsx: 无法打开：文件或文件夹不存在\n")
    #expect(missing.exitCode == 66)
  }

  @Test("writes findings to a file of their own")
  func writesFindings() throws {
    let path = try write(Submission.csv(["requests.carriedOut.naturalPerson": "1"]), to: "form.csv")
    let log = folder.path("findings.sarif")
    let run = try CommandRun(
      ["check", path, "--findings", "sarif", "--findings-output", log])
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
    #expect(run.exitCode == 1)
    let object = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: log)))
    #expect((object as? [String: Any])?["version"] as? String == "2.1.0")
  }

  /// The lines of a report in JSON but those of its source.
  private func withoutSource(_ text: String) -> String {
    text.replacing(/\n  "source": \{[^}]*\},/, with: "")
  }
}
