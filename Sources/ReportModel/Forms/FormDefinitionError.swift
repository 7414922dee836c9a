package import Diagnostics

/// The error of a form definition that cannot be used, with all its problems.
package struct FormDefinitionError: PhrasedError, Hashable {
  /// The problems, at least one, in the order of the definition.
  package let problems: [FormProblem]

  /// Makes the error of at least one problem.
  package init(problems: [FormProblem]) { self.problems = problems }

  /// The first problem, and the number of the others.
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
