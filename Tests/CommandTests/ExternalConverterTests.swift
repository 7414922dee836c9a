import Foundation
import TestSupport
import Testing

@Suite struct OutsideConverterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  @Test(
    "says which program is missing",
    arguments: [
      ("zh", "需要 pdftotext 才能读这种文件，但没有装；请安装它，或另存为 .xlsx"),
      (
        "en",
        "reading this needs pdftotext, which is not installed; install it or save as .xlsx"
      ),
    ])
  func saysWhichProgramIsMissing(language: String, message: String) throws {
    _ = try folder.write("%PDF-1.4\n".utf8, to: "a.pdf")
    let run = try CommandRun(
      ["check", "a.pdf", "--allow-converters", "--language", language], in: folder.url,
      environment: ["PATH": folder.url.path])
    #expect(run.output == "a.pdf: error[file.unreadable]: \(message)\n")
    #expect(run.exitCode == 65)
  }

  @Test(.enabled(if: isInstalled("pdftotext")))
  func saysThatAFileCannotBeConverted() throws {
    _ = try folder.write("%PDF-1.4\n".utf8, to: "a.pdf")
    let run = try CommandRun(
      ["check", "a.pdf", "--allow-converters", "--language", "en"], in: folder.url)
    #expect(
      run.output
        == "a.pdf: error[file.unreadable]: pdftotext cannot convert this file; open it in its own program and save it as .xlsx\n"
    )
  }

  @Test(
    .enabled(
      if: isInstalled("pdftotext") && SharedMaterial.isPresent("real-reports/003.source.pdf")))
  func readsAPublishedPDF() throws {
    let path = SharedMaterial.url("real-reports/003.source.pdf").path
    let run = try CommandRun(["import", path, "--allow-converters", "-f", "ndjson"])
    #expect(run.output.contains("\"received\":{\"naturalPerson\":95,"))
  }
}
