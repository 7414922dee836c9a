import Diagnostics
import ReportModel

/// The rules that `--disable` leaves out.
struct DisabledRules: Sendable {
  /// Nothing is left out.
  static let none = DisabledRules()

  /// Their names, in the catalogue's order.
  let rules: [RuleID]
  /// Their names, to look them up.
  let names: Set<RuleID>

  private init() {
    rules = []
    names = []
  }

  /// Takes the names as the user gave them: a rule takes its `.incomplete` along, and `previous.*` means
  /// all whose names begin so.
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

  /// Whether `rule` is left out.
  func contains(_ rule: RuleID) -> Bool { names.contains(rule) }

  /// Says which rules are left out, or nil when none is.
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
  /// Says that no rule has the name, and which one is near.
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
