import ArgumentParser
import Testing

@testable import XLSXReportCommand

@Suite("A command line of files alone")
struct FilesCommandTests {
  static let commands: [any FilesCommand.Type] = [ImportCommand.self, CheckCommand.self]

  @Test("makes the command that the parser makes", arguments: commands.indices)
  func agreesWithTheParser(index: Int) throws {
    let type = Self.commands[index]
    for files in [["form.xlsx"], ["inbox", "-", "表 1.csv"]] {
      let command = try #require(type.command(filesAlone: files))
      let parsed = try #require(try type.parse(files) as? any FilesCommand)
      #expect(Self.values(of: command) == Self.values(of: parsed))
      #expect(Self.values(of: command).contains { $0.contains(files[0]) })
    }
  }

  @Test("is left to the parser where there is more to it, or too little")
  func leavesTheRest() {
    for arguments in [
      [], ["--strict", "a.xlsx"], ["a.xlsx", "-f", "csv"], ["--", "a.xlsx"], ["-", "-"], ["--help"],
    ] {
      #expect(ImportCommand.command(filesAlone: arguments) == nil, "\(arguments)")
    }
  }

  /// Each option and its value, as deep as they go.
  private static func values(of value: Any, path: String = "") -> [String] {
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return ["\(path)=\(value)"] }
    return mirror.children.flatMap { child in
      // What the parser keeps beside the value: where in the command line it stood, how it is shown
      ["title", "visibility"].contains(child.label ?? "")
        ? [] : values(of: child.value, path: "\(path)/\(child.label ?? "")")
    }
  }
}
