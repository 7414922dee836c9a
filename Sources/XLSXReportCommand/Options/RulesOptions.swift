import ArgumentParser
import Diagnostics
import ReportModel

/// The form whose rules are listed.
struct RulesOptions: ParsableArguments {
  @Option(
    help: .text(
      zh: "只列这种统计表的规则：编号，或自己的定义文件",
      en: "Only the rules of this form: its id, or a definition file of your own.",
      value: "id|path"),
    completion: .file(extensions: ["json"]))
  var form: String?

  /// The rules of the form that was named, or else of all built-in ones.
  func rules() throws(Failure) -> [Rule] {
    let choice = try FormChoice(form)
    return form == nil
      ? RuleCatalogue.rules(for: choice.library.forms) : RuleCatalogue.rules(for: try choice.form)
  }
}
