import Foundation
import TestSupport
import Testing

/// What every command line has in common: version, completions, streams.
struct ProgramTests {
  @Test("tells its version")
  func reportsItsVersion() throws {
    let run = try CommandRun(["--version"])
    #expect(run.output.wholeMatch(of: /xlsxreport \d+\.\d+\.\d+\n/) != nil)
    #expect(run.exitCode == 0)
  }

  @Test(
    "writes completions that its shell understands",
    arguments: [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
  func writesCompletions(shell: String, check: [String]) throws {
    let run = try CommandRun(["--generate-completion-script", shell])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("xlsxreport"))
    for command in ["import", "check", "export", "template", "convert", "inspect", "diff"] {
      #expect(run.output.contains(command))
    }
    guard let program = Self.path(of: shell) else { return }
    let folder = try TemporaryFolder()
    let script = try folder.write(Data(run.output.utf8), to: "completion")
    let process = Process()
    process.executableURL = program
    process.arguments = check + [script]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(
    "says so and ends with 74 when stdout takes no more",
    .enabled(if: SharedMaterial.hasFullDevice, "there is no device /dev/full"))
  func reportsAFullDisk() throws {
    let process = Process()
    process.executableURL = CommandRun.binary
    process.arguments = ["--help"]
    process.environment = [:]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said == "xlsxreport: 无法写标准输出：磁盘已满\n")
    #expect(process.terminationStatus == 74)
  }

  @Test("ends quietly by SIGPIPE when nobody reads its stdout")
  func endsQuietlyOnAClosedPipe() throws {
    let process = Process()
    process.executableURL = CommandRun.binary
    process.arguments = ["--help"]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try output.fileHandleForReading.close()
    try process.run()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(said.isEmpty)
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == SIGPIPE)
  }

  private static func path(of program: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(program) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
