import Diagnostics
import ReportModel

/// The rules that `--disable` names.
struct DisabledRules: Sendable {
  /// No rules are disabled.
  static let none = DisabledRules()

  /// Their names, in the catalogue's order.
  let rules: [RuleID]
  /// Their names, for look-ups.
  let names: Set<RuleID>

  private init() {
    rules = []
    names = []
  }

  /// Uses the names as the user gave them: a rule includes its `.incomplete`, and `previous.*` means all
  /// rules whose names begin like that.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/usage`` for a name that no rule of `forms` has.
  init(_ wanted: [String], forms: @autoclosure () -> [FormDefinition]) throws(Failure) {
    guard !wanted.isEmpty else {
      self = .none
      return
    }
    let known = RuleCatalogue.rules(for: forms()).map(\.id)
    var names: Set<RuleID> = []
    for name in wanted {
      let matching = known.filter { Self.matches($0, name) }
      guard !matching.isEmpty else { throw Failure.unknownRule(name, known: known) }
      names.formUnion(matching)
    }
    self.names = names
    rules = known.filter(names.contains)
  }

  /// Whether `rule` is disabled.
  func contains(_ rule: RuleID) -> Bool { names.contains(rule) }

  /// The message that names the disabled rules, or nil if there are none.
  var phrase: Phrase? {
    guard !rules.isEmpty else { return nil }
    let names = rules.map(\.name)
    return Phrase(
      zh: "未检查的规则：\(names.joined(separator: "、"))",
      en: "rules left out: \(names.joined(separator: ", "))")
  }

  private static func matches(_ rule: RuleID, _ name: String) -> Bool {
    if name.hasSuffix("*") { return rule.name.hasPrefix(name.dropLast()) }
    return rule.name == name || rule == RuleID(name).incomplete
  }
}

extension Failure {
  /// The failure that no rule has the name, with the nearest one.
  static func unknownRule(_ name: String, known: [RuleID]) -> Failure {
    guard let nearest = EditDistance.nearest(to: name, among: known.map(\.name)) else {
      return Failure(
        .usage,
        Phrase(
          zh: "没有“\(name)”这条规则；全部规则见 xlsxreport rules",
          en: "there is no rule '\(name)'; see 'xlsxreport rules' for those there are"))
    }
    return Failure(
      .usage,
      Phrase(
        zh: "没有“\(name)”这条规则，是不是“\(nearest)”？（全部规则见 xlsxreport rules）",
        en: "there is no rule '\(name)'; did you mean '\(nearest)'? (see 'xlsxreport rules')"))
  }
}
