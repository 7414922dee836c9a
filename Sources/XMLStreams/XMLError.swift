package import Diagnostics

/// Why a document is not valid XML.
package struct XMLError: PhrasedError, Hashable {
  /// What is wrong.
  package let reason: Reason
  /// The position at which it was detected.
  package let position: XMLPosition

  /// Makes an error.
  package init(_ reason: Reason, at position: XMLPosition) {
    self.reason = reason
    self.position = position
  }

  /// The reason with the line in front.
  package var phrase: Phrase {
    Phrase(
      zh: "第 \(position.line) 行：\(reason.phrase.zh)",
      en: "line \(position.line): \(reason.phrase.en)")
  }
}
