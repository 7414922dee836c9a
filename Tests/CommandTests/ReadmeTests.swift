import Foundation
import TestSupport
import Testing

/// Every sample of both READMEs is run, in its order, in one folder, and must print what the page shows.
@Suite struct ReadmeTests {
  /// A command of a page with what the page says that it prints.
  private struct Sample {
    var command: String
    var output: [String]
  }

  @Test(
    "shows what the program prints",
    arguments: [("README.md", "en_US.UTF-8"), ("README.zh-CN.md", "zh_CN.UTF-8")])
  func showsWhatTheProgramPrints(page: String, locale: String) throws {
    let samples = try Self.samples(of: page)
    #expect(samples.count >= 10)
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: SharedMaterial.checkout.appendingPathComponent("Templates"),
      to: folder.url.appendingPathComponent("Templates"))
    for sample in samples {
      let run = try Self.run(sample.command, in: folder.url, locale: locale)
      #expect(
        Self.matches(run, sample.output),
        "\(page): $ \(sample.command)\n\(run.joined(separator: "\n"))")
    }
  }

  @Test(
    "tells of every command",
    arguments: ["README.md", "README.zh-CN.md"],
    [
      "import", "check", "export", "template", "convert", "inspect", "diff", "forms", "rules",
    ])
  func reportsEveryCommand(page: String, command: String) throws {
    #expect(
      try Self.samples(of: page).contains { $0.command.contains("xlsxreport \(command)") },
      "\(page) has no sample of \(command)")
  }

  private static func samples(of page: String) throws -> [Sample] {
    let text = try String(
      contentsOf: SharedMaterial.checkout.appendingPathComponent(page), encoding: .utf8)
    var samples: [Sample] = []
    var isInside = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        samples.append(Sample(command: String(line.dropFirst(2)), output: []))
      } else if isInside, !samples.isEmpty {
        samples[samples.count - 1].output.append(line)
      }
    }
    return samples
  }

  private static func run(_ command: String, in folder: URL, locale: String) throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    var environment = CommandRun.inheritedEnvironment
    let folder = CommandRun.binary.deletingLastPathComponent().path
    environment["PATH"] = "\(folder):\(environment["PATH"] ?? "")"
    environment["LC_ALL"] = locale
    process.environment = environment
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var lines = output.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// A line `…` stands for any lines.
  private static func matches(_ lines: [String], _ shown: [String]) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    let rest = Array(shown.dropFirst())
    if first == "…" {
      return lines.indices.contains { matches(Array(lines[$0...]), rest) } || matches([], rest)
    }
    return lines.first == first && matches(Array(lines.dropFirst()), rest)
  }
}
