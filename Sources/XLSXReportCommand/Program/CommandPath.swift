import ArgumentParser
import Diagnostics

/// The commands that a command line names, and the first word that should be one but is not.
struct CommandPath {
  /// A word that stands where a subcommand should.
  struct Unknown {
    /// The word.
    let word: String
    /// The commands above it, from the program's name on.
    let parents: [String]
    /// The subcommand that was probably meant.
    let nearest: String?

    /// Says that there is no such command, and which one is near.
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

  /// The commands named, from the program's own name on.
  private(set) var names = [RootCommand.name]
  /// The first word that should be a subcommand and is none.
  private(set) var unknown: Unknown?

  /// Walks along `arguments`, options left out.
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

  /// The options with a value that may stand before a command.
  private static let optionsWithValue = ["--language", "--generate-completion-script"]

  /// What is neither an option nor the value of one of ``optionsWithValue``.
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
