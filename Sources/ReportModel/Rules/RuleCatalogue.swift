import Diagnostics

/// All rules that may have findings in a form's submissions.
package enum RuleCatalogue {
  /// The rules for the reports of `form`: about files, about values, then the form's relations.
  package static func rules(for form: FormDefinition) -> [Rule] {
    documentRules + valueRules + relationRules([form]) + proseRules([form])
  }

  /// The rules for the reports of all `forms`, each name once.
  package static func rules(for forms: [FormDefinition]) -> [Rule] {
    documentRules + valueRules + relationRules(forms) + proseRules(forms)
  }

  private static func relationRules(_ forms: [FormDefinition]) -> [Rule] {
    var seen: Set<RuleID> = []
    var rules: [Rule] = []
    for form in forms {
      for relation in form.relations where seen.insert(relation.rule).inserted {
        rules += [rule(relation, of: form), incompleteRule(relation)]
      }
    }
    return rules + [previousYear, previousAgency]
  }

  private static func proseRules(_ forms: [FormDefinition]) -> [Rule] {
    var seen: Set<RuleID> = []
    return forms.flatMap(\.prose).filter { seen.insert($0.rule).inserted }.map { claim in
      Rule(
        id: claim.rule, severity: .warning, what: claim.statement,
        why: Phrase(
          zh: "正文与表格矛盾，读者不知以哪个为准。用 --check-prose 才检查。",
          en: """
            Text and table contradict each other, and readers cannot tell which holds. Checked only \
            with --check-prose.
            """),
        source: practice,
        example: Phrase(
          zh: "正文写“\(claim.after.first ?? "")……17件”，表中为 95（口径可能不同：正文只说本办公室）。",
          en: """
            The text says “\(claim.after.first ?? "")……17件”, the table 95 (perhaps of another scope: the office \
            alone).
            """),
        mend: Phrase(
          zh: "核对口径，把正文或表格改成一致。", en: "Check the scope and make text and table agree."))
    }
  }

  private static func rule(_ relation: Relation, of form: FormDefinition) -> Rule {
    let example =
      form.instances(of: relation).first.map { form.equation($0) } ?? relation.statement
    return Rule(
      id: relation.rule, severity: relation.severity, what: relation.statement,
      why: Phrase(
        zh: "数据前后矛盾，至少有一处填错。", en: "The numbers contradict each other, so at least one is wrong."),
      source: relation.source,
      example: Phrase(
        zh: "应当成立：\(example.zh)。空格和“/”按 0 计。",
        en: "It must hold that \(example.en). Blanks and “/” count as 0."),
      mend: relation.needsPrevious
        ? Phrase(
          zh: "对照上一年报告核对列出的单元格；确有原因的，在报告正文中说明。",
          en:
            "Compare the cells named with last year's report; explain a true difference in the text."
        )
        : Phrase(
          zh: "对照台账核对列出的单元格，改正填错的一个；用本程序的模板填写时，总计会自动算出。",
          en: """
            Check the cells named against the records and correct the wrong one; the program's own \
            template adds totals up by itself.
            """))
  }

  private static func incompleteRule(_ relation: Relation) -> Rule {
    Rule(
      id: relation.rule.incomplete, severity: min(relation.severity, .warning),
      what: Phrase(
        zh: "\(relation.rule) 的一边全部为空，而另一边不为 0。",
        en: "One side of \(relation.rule) is all blank, and the other is not 0."),
      why: Phrase(
        zh: "空格不等于 0，可能是漏填。", en: "A blank is not a zero; something was probably forgotten."),
      source: relation.source,
      example: Phrase(
        zh: "各分项已填，合计留空。", en: "The parts are filled in, their total is left blank."),
      mend: Phrase(zh: "补填空着的一边，没有的填 0。", en: "Fill in the blank side, with 0 where there is none.")
    )
  }
}
