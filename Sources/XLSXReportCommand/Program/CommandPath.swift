import ArgumentParser
import Diagnostics

/// The commands that a command line names, and the first word that should be a command but is not.
struct CommandPath {
  /// A word in place of a subcommand.
  struct Unknown {
    /// The word.
    let word: String
    /// The commands above it, from the program's name on.
    let parents: [String]
    /// The subcommand that was probably meant.
    let nearest: String?

    /// The message that the command is unknown, with the nearest one.
    var phrase: Phrase {
      let parent = parents.joined(separator: " ")
      guard let nearest else {
        return Phrase(
          zh: "没有“\(word)”这个命令；可用的命令见 \(parent) --help",
          en: "there is no command '\(word)'; see '\(parent) --help' for those there are")
      }
      return Phrase(
        zh: "没有“\(word)”这个命令，是不是“\(nearest)”？（全部命令见 \(parent) --help）",
        en: "there is no command '\(word)'; did you mean '\(nearest)'? (see '\(parent) --help')")
    }
  }

  /// The commands, from the program's own name on.
  private(set) var names = [RootCommand.name]
  /// The first word that should be a subcommand but is not.
  private(set) var unknown: Unknown?

  /// Follows `arguments`, without options.
  init(_ arguments: [String]) {
    var subcommands = RootCommand.configuration.subcommands
    for word in Self.words(of: arguments) {
      guard !subcommands.isEmpty else { return }
      if names.count == 1, word == "help" { return }
      guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
        let nearest = EditDistance.nearest(
          to: word, among: subcommands.compactMap { $0.configuration.commandName })
        unknown = Unknown(word: word, parents: names, nearest: nearest)
        return
      }
      names.append(word)
      subcommands = next.configuration.subcommands
    }
  }

  /// The options with a value that may precede a command.
  private static let optionsWithValue = ["--language", "--generate-completion-script"]

  /// The arguments that are neither an option nor the value of one of ``optionsWithValue``.
  private static func words(of arguments: [String]) -> [String] {
    var words: [String] = []
    var isValue = false
    for argument in arguments.prefix(while: { $0 != "--" }) {
      if !isValue, !argument.hasPrefix("-") { words.append(argument) }
      isValue = optionsWithValue.contains(argument)
    }
    return words
  }
}
