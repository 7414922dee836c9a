import TestSupport
import Testing

/// Messages are Chinese where the locale is Chinese, `C`, `POSIX` or unset, English elsewhere.
struct LanguageChoiceTests {
  @Test(
    "follows the locale",
    arguments: [
      ([:], true), (["LANG": "zh_CN.UTF-8"], true), (["LANG": "C"], true),
      (["LANG": "C.UTF-8"], true), (["LANG": "POSIX"], true), (["LANG": "zh_TW.Big5"], true),
      (["LANG": "zh"], true), (["LANG": "en_US.UTF-8"], false), (["LANG": "de_DE@euro"], false),
      (["LANG": "zha"], false), (["LC_ALL": "", "LANG": "en_GB"], false),
      (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"], true),
      (["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], false),
      (["LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], false),
      (["LC_ALL": "C", "LC_MESSAGES": "en_US.UTF-8"], true),
    ] as [([String: String], Bool)])
  func followsTheLocale(environment: [String: String], isChinese: Bool) throws {
    let run = try CommandRun(["nothing"], environment: environment)
    #expect(run.errors.contains("没有") == isChinese)
    #expect(run.errors.contains("there is no command") == !isChinese)
  }

  @Test(
    "follows --language before the locale, wherever it stands",
    arguments: [
      ["--language", "en", "nothing"], ["--language=en", "nothing"],
      ["nothing", "--language", "en"],
      ["--language", "zh", "nothing", "--language", "en"],
    ])
  func followsTheOption(arguments: [String]) throws {
    let run = try CommandRun(arguments, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(run.errors.contains("there is no command 'nothing'"))
  }

  @Test("does not take what stands behind -- for an option")
  func stopsAtTheTerminator() throws {
    let run = try CommandRun(["check", "--jobs", "0", "--", "--language", "en"])
    #expect(run.errors.contains("要大于"))
  }
}
