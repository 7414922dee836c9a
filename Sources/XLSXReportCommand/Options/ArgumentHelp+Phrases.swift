import ArgumentParser
import Languages

extension ArgumentHelp {
  /// Columns that a help screen of 80 has for an option's own text.
  private static let columns = 52

  /// A help text in the language of this run; ArgumentParser breaks lines at spaces only, so Chinese is
  /// broken here.
  static func text(zh: String, en: String, value: String? = nil) -> ArgumentHelp {
    let text =
      switch Language.current {
      case .zh: TerminalText.wrapped(zh, columns: columns)
      case .en: en
      }
    return ArgumentHelp(text, valueName: value)
  }
}
