import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Language {
  /// The language of this run, known before the command line is parsed so that parse errors and help are in
  /// it too.
  static let current = Language(
    arguments: CommandLine.arguments.dropFirst(),
    environment: { getenv($0).map { String(cString: $0) } })

  /// Uses the last `--language` of `arguments`, or else the first of `LC_ALL`, `LC_MESSAGES` and `LANG` in
  /// `environment`: Chinese for a Chinese locale, `C`, `POSIX` or none, English for all others.
  init(arguments: some Collection<String>, environment: (String) -> String?) {
    if let stated = Self.stated(by: arguments) {
      self = stated
      return
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment)
      .first { !$0.isEmpty }
    let name = locale?.prefix { $0 != "." && $0 != "@" }.lowercased() ?? ""
    let isChinese = name == "zh" || name.hasPrefix("zh_") || name.hasPrefix("zh-")
    self = name.isEmpty || name == "c" || name == "posix" || isChinese ? .zh : .en
  }

  private static func stated(by arguments: some Collection<String>) -> Language? {
    var stated: Language?
    var awaitsValue = false
    for argument in arguments {
      if argument == "--" { break }
      if awaitsValue {
        stated = Language(rawValue: argument) ?? stated
      } else if argument.hasPrefix("--language=") {
        stated = Language(rawValue: String(argument.dropFirst("--language=".count))) ?? stated
      }
      awaitsValue = argument == "--language"
    }
    return stated
  }
}

extension Phrase {
  /// The text in the language of this run.
  var text: String { self[.current] }
}
