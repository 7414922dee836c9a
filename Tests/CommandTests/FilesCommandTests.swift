import ArgumentParser
import Testing

@testable import XLSXReportCommand

@Suite("A command line of files alone")
struct FilesCommandTests {
  @Test("makes the command that the parser makes")
  func agreesWithTheParser() throws {
    for files in [["form.xlsx"], ["inbox", "-", "表 1.csv"]] {
      try compare(ImportCommand.self, files)
      try compare(CheckCommand.self, files)
    }
  }

  private func compare<Command: FilesCommand>(_ type: Command.Type, _ files: [String]) throws {
    let command = try #require(Command.command(filesAlone: files))
    let values = Self.values(of: command)
    #expect(values == Self.values(of: try Command.parse(files)))
    #expect(values.contains { $0.contains(files[0]) })
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
