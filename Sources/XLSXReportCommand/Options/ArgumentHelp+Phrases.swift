import ArgumentParser
import Diagnostics

extension ArgumentHelp {
  /// Columns that a help screen of 80 has for an option's own text.
  private static let columns = 52

  /// Whether the command line asks for something that is made of help texts; none at all asks for help.
  private static let isWanted =
    CommandLine.arguments.count < 2
    || CommandLine.arguments.dropFirst().contains { argument in
      ["-h", "--help", "help"].contains(argument)
        || argument.hasPrefix("--experimental-dump-help")
        || argument.hasPrefix("--generate-completion-script")
    }

  /// A help text in the language of this run.
  ///
  /// ArgumentParser breaks lines at spaces only, so Chinese is broken here, but only when it will be read:
  /// the parser makes every option of a command several times in each run.
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
