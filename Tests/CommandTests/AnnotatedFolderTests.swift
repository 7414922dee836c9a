import Foundation
import TestSupport
import Testing

/// `--annotate` of several files: a folder in which every copy has a place of its own.
struct AnnotatedFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let broken = try Submission.csv(["requests.carriedOut.naturalPerson": "1"])
    _ = try folder.write(Data(broken.utf8), to: "broken.csv")
    let made = try sh(
      """
      "$0" export broken.csv -o broken.xlsx; mkdir -p in/a/deep in/b && "$0" template -o blank.xlsx
      for f in in/a/x in/b/x in/a/deep/y; do cp broken.csv $f.csv; cp broken.xlsx $f.xlsx; done
      """)
    try #require(made.exitCode == 0, "\(made.errors)")
  }

  private func sh(_ line: String) throws -> ShellRun { try ShellRun(line, in: folder.url) }

  /// The files below `name`.
  private func files(_ name: String) throws -> [String] {
    let found = try sh("cd \(name) && find . -type f | LC_ALL=C sort").output
    return found.split(separator: "\n").map { String($0.dropFirst(2)) }
  }

  @Test("keeps the paths below a folder, and makes the folders")
  func keepsTheTree() throws {
    let run = try sh(#""$0" check in --annotate new/out"#)
    #expect(run.exitCode == 1, "\(run.errors)")
    #expect(
      try files("new/out") == [
        "a/deep/y.csv.xlsx", "a/deep/y.xlsx", "a/x.csv.xlsx", "a/x.xlsx", "b/x.csv.xlsx",
        "b/x.xlsx",
      ])
    let again = try sh(#""$0" check new/out/a/deep/y.csv.xlsx"#)
    #expect(again.output.contains("requests.balance"))
  }

  @Test(
    "places files relative to their common folder",
    arguments: [
      ("in/a/x.csv in/b/x.csv", ["a/x.csv.xlsx", "b/x.csv.xlsx"]),
      ("in/a/x.csv in/a/deep/y.xlsx", ["deep/y.xlsx", "x.csv.xlsx"]),
      (#"./in/../in/b/x.csv "$PWD/in/a/x.csv""#, ["a/x.csv.xlsx", "b/x.csv.xlsx"]),
      ("broken.csv in/b", ["broken.csv.xlsx", "x.csv.xlsx", "x.xlsx"]),
      ("in/a/deep in/b", ["x.csv.xlsx", "x.xlsx", "y.csv.xlsx", "y.xlsx"]),
      // Both have files of one name.
      (
        "in/a in/b",
        [
          "a/deep/y.csv.xlsx", "a/deep/y.xlsx", "a/x.csv.xlsx", "a/x.xlsx", "b/x.csv.xlsx",
          "b/x.xlsx",
        ]
      ),
      ("in/b/x.csv in/b/x.csv", ["x.csv.xlsx"]),
    ])
  func places(arguments: String, expected: [String]) throws {
    let run = try sh("\"$0\" check \(arguments) --annotate out")
    #expect(run.exitCode == 1, "\(run.output)\(run.errors)")
    #expect(try files("out") == expected)
  }

  @Test("copies files with errors and warnings only, or all when asked")
  func copiesWhatIsToBeMarked() throws {
    let good = try Submission.csv()
    _ = try folder.write(Data(good.utf8), to: "good.csv")
    _ = try sh(#""$0" check good.csv broken.csv --annotate some"#)
    #expect(try files("some") == ["broken.csv.xlsx"])
    _ = try sh(#""$0" check good.csv broken.csv --annotate every --annotate-all"#)
    #expect(try files("every") == ["broken.csv.xlsx", "good.csv.xlsx"])
    _ = try sh(#""$0" check good.csv --annotate one.xlsx"#)
    #expect(FileManager.default.fileExists(atPath: folder.path("one.xlsx")))
    let alone = try sh(#""$0" check good.csv --annotate-all"#)
    #expect(alone.errors.hasPrefix("xlsxreport: --annotate-all 要和 --annotate 同用"))
    #expect(alone.exitCode == 64)
  }

  @Test("a copy that cannot be written is a finding of its file, and the others go on")
  func goesOn() throws {
    _ = try sh("mkdir -p out/in/b && echo old >out/in/b/x.csv.xlsx")
    let run = try sh(
      #""$0" check in/b/x.csv broken.csv --findings json --annotate out --language en"#)
    #expect(
      run.output.contains(
        """
        {"file":"in/b/x.csv","rule":"file.failed","severity":"error","message":"the annotated copy \
        out/in/b/x.csv.xlsx was not written: the output exists; add --force to replace it","cells":[]}

        """), "\(run.output)")
    #expect(run.exitCode == 73)
    #expect(run.errors.hasSuffix("2 files in all: 5 errors, 1 warning\n"), "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: folder.path("out/broken.csv.xlsx")))
    let chinese = try sh(
      #""$0" check in/b/x.csv broken.csv --annotate out --disable report.duplicate"#)
    #expect(
      chinese.output.contains(
        "in/b/x.csv: error[file.failed]: 没有写出标注的副本 out/in/b/x.csv.xlsx：输出文件已存在；要覆盖它，请加 --force\n"),
      "\(chinese.output)")
  }

  @Test("overwrites no sibling, no input and no other output, even when files may be replaced")
  func overwritesNothing() throws {
    // The copy of x.csv would have the name of the other file's copy.
    let sibling = try sh(
      """
      mkdir s && cp broken.csv s/x.csv && cp broken.xlsx s/x.csv.xlsx
      "$0" check s --annotate out --force --language en
      """)
    #expect(
      sibling.output.contains(
        """
        s/x.csv.xlsx: error[file.failed]: the annotated copy out/x.csv.xlsx was not written: another \
        output of this run has that name; use two runs, or two folders

        """), "\(sibling.output)")
    #expect(sibling.exitCode == 73)
    let before = try Data(contentsOf: folder.url.appendingPathComponent("in/b/x.xlsx"))
    let input = try sh(#""$0" check in --annotate in --force"#)
    #expect(
      input.output.contains(
        "in/b/x.xlsx: error[file.failed]: 没有写出标注的副本：输出文件就是输入文件，不会覆盖；请换一个输出路径\n"))
    #expect(input.exitCode == 73)
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("in/b/x.xlsx")) == before)
    let output = try sh(
      #"mkdir -p o; "$0" import in/b/x.csv in/b/x.xlsx --annotate o -o o/x.xlsx --force 2>&1"#)
    #expect(output.output.contains("o/x.xlsx：这个名称已是本次运行的另一个输出；请分两次处理，或写到不同的文件夹\n"))
    #expect(output.exitCode == 73)
    #expect(try sh("head -c 8 o/x.xlsx").output == #"{"form":"#)
  }

  @Test("a report in JSON has nothing to mark, which does not stop the others")
  func goesOnPastJSON() throws {
    let run = try sh(
      """
      "$0" import broken.csv -o r.json 2>/dev/null
      "$0" check r.json broken.csv --annotate out --language en
      """)
    #expect(
      run.output.contains(
        """
        r.json: error[file.failed]: the annotated copy was not written: a report in JSON has no cells \
        to mark; write it as .xlsx by xlsxreport export

        """), "\(run.output)")
    #expect(run.exitCode == 65)
    #expect(try files("out") == ["broken.csv.xlsx"])
  }

  @Test(
    "from stdin the copy is the same bytes as by path",
    arguments: ["broken.xlsx", "broken.csv", "grid.csv", "blank.xlsx"])
  func sameFromStdin(name: String) throws {
    _ = try sh(#""$0" export broken.csv -o grid.csv --layout grid"#)
    _ = try sh("\"$0\" import \(name) --annotate path.xlsx")
    let copy = try Data(contentsOf: folder.url.appendingPathComponent("path.xlsx"))
    #expect(copy.count > 1000)
    for (line, output) in [
      ("\"$0\" import - --annotate file.xlsx <\(name)", "file.xlsx"),
      ("cat \(name) | \"$0\" import - --annotate pipe.xlsx", "pipe.xlsx"),
    ] {
      _ = try sh(line)
      #expect(try Data(contentsOf: folder.url.appendingPathComponent(output)) == copy, "\(line)")
    }
  }
}
