import Foundation
import TestSupport

/// One run of a line of shell in which `"$0"` is the built `xlsxreport`.
struct ShellRun {
  /// The exit code of the last command.
  let exitCode: Int32
  /// What was printed on stdout.
  let output: String
  /// What was printed on stderr.
  let errors: String

  /// Runs `line` in `folder` and waits for it.
  init(_ line: String, in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, CommandRun.binary.path]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    self.output = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    exitCode = process.terminationStatus
  }
}
