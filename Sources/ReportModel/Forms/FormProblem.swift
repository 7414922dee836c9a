package import Diagnostics

/// One thing wrong in a form definition, with its place in the JSON.
package struct FormProblem: PhrasedError, Hashable {
  /// The place, such as `tables[1].rows[3].path`; empty for the whole definition.
  package let path: String
  /// What is wrong there and what to do, without the place.
  package let problem: Phrase

  /// Makes a problem.
  package init(path: String, problem: Phrase) {
    self.path = path
    self.problem = problem
  }

  /// The place and the problem in one line.
  package var phrase: Phrase {
    guard !path.isEmpty else { return problem }
    return Phrase(zh: "\(path)：\(problem.zh)", en: "\(path): \(problem.en)")
  }
}
