import ArgumentParser
import Diagnostics

/// The option of every command; ``Diagnostics/Language/current`` has read it before.
struct LanguageOptions: ParsableArguments {
  /// The names of the languages.
  enum Name: String, ExpressibleByArgument, CaseIterable {
    /// Simplified Chinese.
    case zh
    /// English.
    case en
  }

  @Option(
    help: .text(
      zh: "消息和帮助的语言；默认按 LC_ALL、LC_MESSAGES、LANG",
      en: "The language of messages and help; default: by LC_ALL, LC_MESSAGES, LANG.",
      value: "zh|en"))
  var language: Name?
}
