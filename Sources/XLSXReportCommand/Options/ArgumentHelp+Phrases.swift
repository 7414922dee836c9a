import ArgumentParser
import Diagnostics

extension ArgumentHelp {
  /// The columns for an option's text in a help screen of 80 columns.
  private static let columns = 52

  /// Whether the command line requests output made of help texts; an empty one requests help.
  private static let isWanted =
    CommandLine.arguments.count < 2
    || CommandLine.arguments.dropFirst().contains { argument in
      ["-h", "--help", "help"].contains(argument)
        || argument.hasPrefix("--experimental-dump-help")
        || argument.hasPrefix("--generate-completion-script")
    }

  /// A help text in the language of this run.
  ///
  /// ArgumentParser wraps lines at spaces only, so Chinese is wrapped here, but only for output: the parser
  /// makes every option of a command several times in each run.
  static func text(
    zh: String, en: String, value: String? = nil, visibility: ArgumentVisibility = .default
  ) -> ArgumentHelp {
    guard isWanted, Language.current == .zh else {
      return ArgumentHelp(
        Language.current == .zh ? zh : en, valueName: value, visibility: visibility)
    }
    return ArgumentHelp(
      TerminalText.wrapped(zh, columns: columns), valueName: value, visibility: visibility)
  }
}
