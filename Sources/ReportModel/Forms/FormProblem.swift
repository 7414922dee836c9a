package import Diagnostics

/// A problem in a form definition, with its position in the JSON.
package struct FormProblem: PhrasedError, Hashable {
  /// The position, such as `tables[1].rows[3].path`; empty for the whole definition.
  package let path: String
  /// The problem and what to do, without the position.
  package let problem: Phrase

  /// Makes a problem.
  package init(path: String, problem: Phrase) {
    self.path = path
    self.problem = problem
  }

  /// The position and the problem in one line.
  package var phrase: Phrase {
    guard !path.isEmpty else { return problem }
    return Phrase(zh: "\(path)：\(problem.zh)", en: "\(path): \(problem.en)")
  }
}
