package import Foundation

/// One run of the built `xlsxreport`, as a user would run it.
package struct CommandRun: Sendable {
  /// The exit code; 128 and the signal's number for one that died of a signal.
  package let exitCode: Int32
  /// What it printed on stdout.
  package let output: String
  /// What it printed on stderr.
  package let errors: String

  /// The built binary beside the tests' own.
  package static var binary: URL {
    #if os(macOS)
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        .deletingLastPathComponent().appendingPathComponent("xlsxreport")
        ?? URL(fileURLWithPath: "xlsxreport")
    #else
      URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("xlsxreport")
    #endif
  }

  /// What every run has of the tests' own environment: where programs are, and the sanitizers' settings.
  package static var inheritedEnvironment: [String: String] {
    let names = ["PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"]
    return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
  }

  /// Runs the binary with `arguments` and waits for it.
  ///
  /// The environment has no locale but what `environment` sets, so messages are Chinese by default.
  package init(
    _ arguments: [String], input: Data? = nil, in folder: URL? = nil,
    environment: [String: String] = [:]
  ) throws {
    let spool = try TemporaryFolder()
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = Self.inheritedEnvironment.merging(environment) { $1 }
    let (output, errors) = (spool.path("output"), spool.path("errors"))
    for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    if let input {
      process.standardInput = FileHandle(
        forReadingAtPath: try spool.write(input, to: "input"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    exitCode =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
    self.output = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: output)), as: UTF8.self)
    self.errors = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: errors)), as: UTF8.self)
  }
}
