import Foundation
import TestSupport

/// The hostile and unusual workbooks, made once for all tests that read them.
struct HostileSet: Sendable {
  /// The cases that are about workbooks beyond their zip archive.
  let cases: [HostileCase]
  private let folder: TemporaryFolder

  /// The set, or why it could not be made.
  static let shared = Result { try HostileSet() }

  private init() throws {
    folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", SharedMaterial.url("tools/make_hostile.py").path, folder.path("hostile"),
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let list = try Data(contentsOf: URL(fileURLWithPath: folder.path("hostile/manifest.json")))
    cases = try JSONDecoder().decode([HostileCase].self, from: list).filter {
      ["xml", "structure", "values", "names"].contains($0.area) && $0.file.hasSuffix(".xlsx")
    }
  }

  /// The path of a case's file.
  func path(of item: HostileCase) -> String { folder.path("hostile/\(item.file)") }
}
