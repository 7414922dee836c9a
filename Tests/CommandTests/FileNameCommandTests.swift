import Foundation
import TestSupport
import Testing

#if os(Linux)
  /// Files whose names are not UTF-8, as they come out of a zip of a Chinese Windows: `你好` in GBK.
  ///
  /// The file system of a Mac has no such names.
  struct FileNameCommandTests {
    private let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      let csv = try Submission.csv(["requests.outcome.granted.naturalPerson": "约三"])
      _ = try folder.write(Data(csv.utf8), to: "plain.csv")
      let made = try sh(
        #"mkdir in && cp plain.csv "in/$(printf '\304\343\272\303').csv" && cp plain.csv "$n.csv""#)
      try #require(made.exitCode == 0, "\(made.errors)")
    }

    /// Runs a line of shell in which `$n` is the name without its extension.
    private func sh(_ line: String) throws -> ShellRun {
      try ShellRun("n=$(printf '\\304\\343\\272\\303'); " + line, in: folder.url)
    }

    private let message = """
      error[value.text]: “（一）予以公开，自然人”: “约三” is no number; enter a number, “/” where it does not \
      apply, or nothing

      """

    @Test("open as arguments, in folders and in lists, and are shown escaped")
    func opens() throws {
      for (line, path) in [
        (#""$0" check "$n.csv" --language en"#, #"\xC4\xE3\xBA\xC3.csv"#),
        (#""$0" check in --language en"#, #"in/\xC4\xE3\xBA\xC3.csv"#),
        (
          #"ls *.csv | grep -v plain | "$0" check --files-from - --language en"#,
          #"\xC4\xE3\xBA\xC3.csv"#
        ),
        (
          #"printf 'in/%s.csv\0' "$n" | "$0" check -0 --files-from - --language en"#,
          #"in/\xC4\xE3\xBA\xC3.csv"#
        ),
      ] {
        let run = try sh(line)
        #expect(run.output.hasPrefix("\(path):"), "\(line)\n\(run.output)\(run.errors)")
        #expect(run.output.contains(message), "\(line)\n\(run.output)")
        #expect(run.exitCode == 1)
      }
      let missing = try sh(#""$0" inspect "$n.nowhere" --language en"#)
      #expect(
        missing.errors == #"\xC4\xE3\xBA\xC3.nowhere: cannot be opened: no such file or folder"#
          + "\n")
      #expect(missing.exitCode == 66)
    }

    @Test("open as last year's report, as a form and as a template")
    func opensAsOptions() throws {
      let made = try sh(
        #""$0" forms show gov-info-disclosure-2021 -f json >"$n.json" && "$0" template -o "$n.xlsx""#
      )
      try #require(made.exitCode == 0, "\(made.errors)")
      let run = try sh(
        #""$0" check plain.csv --previous "$n.csv" --form "./$n.json" --language en"#)
      #expect(
        run.output.contains("warning[previous.year]: this report is of 2021"), "\(run.output)")
      #expect(run.exitCode == 1)
      let filled = try sh(#""$0" export plain.csv --template "$n.xlsx" -o out.xlsx --language en"#)
      #expect(filled.exitCode == 1, "\(filled.errors)")
      #expect(FileManager.default.fileExists(atPath: folder.path("out.xlsx")))
    }

    @Test("are in JSON, CSV and SARIF what a program can read")
    func isValid() throws {
      let findings = try sh(#""$0" check "$n.csv" --findings json"#)
      let line = try #require(findings.output.split(separator: "\n").first)
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["file"] as? String == #"\xC4\xE3\xBA\xC3.csv"#)
      let report = try sh(#""$0" import "$n.csv" 2>/dev/null"#)
      #expect(report.output.contains(#""file": "\\xC4\\xE3\\xBA\\xC3.csv""#))
      let lines = try sh(#""$0" import "$n.nowhere" in 2>/dev/null"#)
      #expect(lines.output.hasPrefix(#"{"file":"\\xC4\\xE3\\xBA\\xC3.nowhere","error":"#))
      let table = try sh(#""$0" import in -f csv 2>/dev/null"#)
      #expect(table.output.contains("\n" + #"in/\xC4\xE3\xBA\xC3.csv,gov-info-disclosure-2021"#))
      let log = try sh(#""$0" check "$n.csv" --findings sarif"#)
      #expect(log.output.contains(#""uri": "%C4%E3%BA%C3.csv""#))
    }

    @Test("are the names of outputs: reports, annotated copies, sheets of delimited text")
    func writes() throws {
      let run = try sh(
        #""$0" import in -o "$n.ndjson" --annotate "$n" 2>/dev/null; LC_ALL=C find "$n"* | sort | cat -v"#
      )
      #expect(
        run.output == """
          M-DM-cM-:M-C
          M-DM-cM-:M-C.csv
          M-DM-cM-:M-C.ndjson
          M-DM-cM-:M-C/M-DM-cM-:M-C.csv.xlsx

          """)
      let again = try sh(#""$0" check "$n/$n.csv.xlsx" --language en"#)
      #expect(again.output.contains(message))
      let sheets = try sh(
        #""$0" convert "$n.csv" -o "$n.xlsx" && "$0" convert "$n.xlsx" --to ndjson -o - | head -n 1"#
      )
      #expect(sheets.output.hasPrefix(#"{"sheet":"_xC4_xE3_xBA_xC3","#), "\(sheets.errors)")
    }
  }
#endif
