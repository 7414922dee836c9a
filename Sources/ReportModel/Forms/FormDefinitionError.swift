package import Diagnostics

/// A form definition cannot be used; it tells everything that is wrong with it.
package struct FormDefinitionError: PhrasedError, Hashable {
  /// What is wrong, at least one thing, in the order of the definition.
  package let problems: [FormProblem]

  /// Makes the error of at least one problem.
  package init(problems: [FormProblem]) { self.problems = problems }

  /// The first problem, and how many more there are.
  package var phrase: Phrase {
    let first = problems.first?.phrase ?? Phrase(zh: "无法使用", en: "cannot be used")
    guard problems.count > 1 else {
      return Phrase(zh: "表格定义有误：\(first.zh)", en: "is no usable form definition: \(first.en)")
    }
    return Phrase(
      zh: "表格定义有误：\(first.zh)（另有 \(problems.count - 1) 处，见 xlsxreport forms lint）",
      en: """
        is no usable form definition: \(first.en) \
        (and \(problems.count - 1) more, see xlsxreport forms lint)
        """)
  }
}
