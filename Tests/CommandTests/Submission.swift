import Foundation
import TestSupport

/// The example report of the project as a file of a test's own, with values changed.
struct Submission {
  /// The example report in JSON.
  static let example = SharedMaterial.checkout.appendingPathComponent("Templates/example-2021.json")

  /// The long CSV of the example, with the values of `changes` by field.
  static func csv(_ changes: [String: String] = [:], dropping: [String] = []) throws -> String {
    let folder = try TemporaryFolder()
    let path = folder.path("example.csv")
    let run = try CommandRun(["export", example.path, "-o", path])
    guard run.exitCode == 0 else { throw Failure(text: run.errors) }
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\r\n")
    for (field, value) in changes {
      let parts = field.split(separator: ".")
      let head =
        "\(parts[0]),\(parts.dropFirst().dropLast().joined(separator: ".")),\(parts.last!),"
      guard let index = lines.firstIndex(where: { $0.hasPrefix(head) }) else {
        throw Failure(text: "no line \(head)")
      }
      let label = lines[index].components(separatedBy: ",").dropLast().joined(separator: ",")
      lines[index] = "\(label),\(value)"
    }
    lines.removeAll { line in dropping.contains { line.hasPrefix($0) } }
    return lines.joined(separator: "\r\n")
  }

  struct Failure: Error {
    let text: String
  }
}
