import Foundation
import TestSupport
import Testing

/// Help is complete in both languages, and asked for in every usual way.
struct HelpTests {
  static let commands = [
    "", "import", "check", "export", "template", "convert", "inspect", "diff", "forms",
    "forms list", "forms show", "forms lint", "rules", "rules list", "rules explain",
  ]

  @Test("is as recorded", arguments: commands, ["zh", "en"])
  func isAsRecorded(command: String, language: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let run = try CommandRun(
      words + ["--help", "--language", language], environment: ["COLUMNS": "80"])
    #expect(run.exitCode == 0)
    #expect(run.errors.isEmpty)
    let name = (["xlsxreport"] + words).joined(separator: "-")
    try expectGolden(run.output, "help/\(name).\(language).txt")
  }

  @Test("comes for no argument at all, for help, and for -h")
  func isAskedForInEveryWay() throws {
    let help = try CommandRun(["--help"])
    #expect(try CommandRun([]).output == help.output)
    #expect(try CommandRun(["-h"]).output == help.output)
    #expect(try CommandRun(["help"]).output == help.output)
    #expect(try CommandRun(["help", "diff"]).output == CommandRun(["diff", "-h"]).output)
  }

  @Test("has a text for every command and every option of the program's own")
  func isWhole() throws {
    for language in ["zh", "en"] {
      let run = try CommandRun(["--experimental-dump-help", "--language", language])
      let tool = try JSONDecoder().decode(Tool.self, from: Data(run.output.utf8))
      for command in tool.command.all where command.commandName != "help" {
        #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
        for argument in command.arguments ?? [] {
          #expect(argument.abstract?.isEmpty == false, "\(command.commandName) \(argument)")
        }
      }
    }
  }

  private struct Tool: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    struct Argument: Decodable {
      let valueName: String?
      let abstract: String?
    }
    let commandName: String
    let abstract: String?
    let arguments: [Argument]?
    let subcommands: [Command]?

    var all: [Command] { [self] + (subcommands ?? []).flatMap(\.all) }
  }
}
