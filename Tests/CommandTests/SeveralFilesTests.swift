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
    #expect(run.errors.hasSuffix("共 4 个文件，其中 2 个无法读取：4 个错误，1 个警告\n"))
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

  @Test("name every file of a folder that is passed over, and count them")
  func nameWhatIsSkipped() throws {
    let made = try ShellRun(
      """
      mkdir -p f/g && cp b.csv f/ && touch f/a.pdf f/g/b.ZIP f/c.json f/csv f/.hidden 'f/~$b.xlsx'
      ln -s ../d f/link && mkfifo f/p.csv
      """, in: folder.url)
    try #require(made.exitCode == 0, "\(made.errors)")
    let english = try run("check", "f", "--language", "en")
    #expect(
      english.errors == """
        f/a.pdf: skipped: a PDF; with pdftotext installed, --allow-converters has it read
        f/c.json: skipped: by its name no workbook, CSV, web page, Word document or text
        f/csv: skipped: by its name no workbook, CSV, web page, Word document or text
        f/g/b.ZIP: skipped: an archive; unpack it first
        f/link: skipped: a link to a folder; name it on the command line to have it read
        f/p.csv: skipped: not a regular file
        f/b.csv: nothing found
        1 file in all, 6 more skipped: nothing found

        """)
    #expect(english.exitCode == 0)
    #expect(
      try run("check", "f").errors == """
        f/a.pdf：跳过：这是 PDF；装有 pdftotext 时加 --allow-converters 可读
        f/c.json：跳过：从名称看不是工作簿、CSV、网页、Word 文档或文本
        f/csv：跳过：从名称看不是工作簿、CSV、网页、Word 文档或文本
        f/g/b.ZIP：跳过：这是压缩包，请先解压
        f/link：跳过：这是指向文件夹的链接；要读它，请直接给出它的路径
        f/p.csv：跳过：不是普通文件
        f/b.csv：没有发现问题
        共 1 个文件，另跳过 6 个：没有发现问题

        """)
  }

  @Test("go on past an empty folder among others")
  func goOnPastAnEmptyFolder() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("none"), withIntermediateDirectories: true)
    let run = try run("check", "none", "d", "--language", "en")
    #expect(
      run.output == """
        none: error[file.unreadable]: the folder holds no file that could be read (.xlsx, .csv, .html, \
        .docx, .txt)

        """)
    #expect(run.errors.hasSuffix("2 files in all, 1 of them unreadable: 1 error\n"))
    #expect(run.exitCode == 66)
  }

  @Test("come out of a list with NULs, which is refused where it was not asked for")
  func readAListWithNULs() throws {
    _ = try folder.write(Data(try Submission.csv().utf8), to: "two\nlines .csv")
    _ = try folder.write(Data("two\nlines .csv\0d/e.csv\0".utf8), to: "list")
    let run = try run("import", "-0", "--files-from", "list")
    #expect(sources(run.output) == ["two\nlines .csv", "e.csv"])
    #expect(run.errors.hasPrefix(#"two\u000alines .csv"#))
    for (language, message) in [
      ("zh", "list: 列表里有 NUL 字符；文件名以 NUL 结尾的列表（find -print0）请加 -0，其他列表请存为 UTF-8 文本\n"),
      (
        "en",
        """
        list: the list holds a NUL character; for names that end in NUL ('find -print0') add -0, and \
        save any other list as UTF-8 text

        """
      ),
    ] {
      let refused = try self.run("import", "--files-from", "list", "--language", language)
      #expect(refused.errors == message)
      #expect(refused.output.isEmpty)
      #expect(refused.exitCode == 65)
    }
  }

  @Test("of one agency and year are a warning that names the other file")
  func reportDuplicates() throws {
    let english = try run("check", "b.csv", "d/e.csv", "--language", "en")
    #expect(
      english.output == """
        d/e.csv: warning[report.duplicate]: this report and b.csv are both of “政府办公室” for 2021; keep \
        one of them before adding up

        """)
    #expect(
      english.errors
        == "b.csv: nothing found\nd/e.csv: 1 warning\n2 files in all: 1 warning\n")
    #expect(english.exitCode == 0)
    let chinese = try run("check", "b.csv", "d/e.csv", "--strict")
    #expect(
      chinese.output == "d/e.csv: warning[report.duplicate]: 与 b.csv 同为“政府办公室”2021 年度的报告；汇总前请只留一份\n"
    )
    #expect(chinese.exitCode == 1)
    let text = try Submission.csv()
    for (name, old, new) in [
      ("year.csv", ",2021", ",2022"), ("agency.csv", "填报单位,政府办公室", "填报单位,民政局"),
    ] {
      _ = try folder.write(Data(text.replacing(old, with: new).utf8), to: name)
      let other = try run("check", "b.csv", name, "--disable", "form.layoutYear")
      #expect(!other.output.contains("report.duplicate"), "\(name)\n\(other.output)")
    }
    let disabled = try run("check", "b.csv", "d/e.csv", "--disable", "report.duplicate")
    #expect(disabled.output.isEmpty)
  }

  @Test(
    "that cannot be read to the end are a finding, and the others go on",
    .enabled(
      if: FileManager.default.fileExists(atPath: "/proc/self/mem"),
      "there is no file that reading fails on"))
  func goOnPastAFailure() throws {
    let run = try ShellRun(
      #""$0" check d/e.csv /proc/self/mem a.csv --findings json --language en"#, in: folder.url)
    try #require(run.output.contains("/proc/self/mem"))
    #expect(
      run.output.hasPrefix(
        """
        {"file":"/proc/self/mem","rule":"file.failed","severity":"error","message":"reading failed \
        part-way: the disk reports an error","cells":[]}

        """), "\(run.output)")
    #expect(run.output.contains(#"{"file":"a.csv","rule":"requests.balance""#))
    #expect(run.exitCode == 74)
    #expect(run.errors.contains("3 files in all, 1 of them unreadable"))
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
