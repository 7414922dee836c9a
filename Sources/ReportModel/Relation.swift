package import Findings

/// A relation between fields, as data: evaluated on import, compiled to a formula for the template,
/// and put into words for people.
package struct Relation: Sendable, Hashable, Decodable {
  /// What the relation is repeated over.
  package enum Each: String, Sendable, Hashable, Decodable {
    /// Every column; terms are ids of rows.
    case column
    /// Every row; terms are ids of columns.
    case row
  }

  /// How the sides compare.
  package enum Comparison: String, Sendable, Hashable, Decodable {
    /// Both sides are equal.
    case equal = "="
    /// The left side is at most the right.
    case atMost = "<="
    /// The left side is at least the right.
    case atLeast = ">="
  }

  /// The rule's name, such as `requests.balance`.
  package let rule: String
  /// The table it is about.
  package let table: String
  /// What it is repeated over.
  package let each: Each
  /// The ids that it is repeated over, when not all.
  package let only: [String]?
  /// The terms of the left side, added up: an id, `-id` to subtract, `group.*` for all leaves below
  /// a group, `previous.id` for last year's report.
  package let left: [String]
  /// The terms of the right side, written as the left's.
  package let right: [String]
  /// How the sides compare.
  package let comparison: Comparison
  /// What a breach is.
  package let severity: RelationSeverity
  /// The relation in words, in both languages.
  package let statement: Text
  /// Where it comes from.
  package let source: Text

  /// Whether it needs last year's report.
  package var needsPrevious: Bool {
    (left + right).contains { $0.hasPrefix("previous.") || $0.hasPrefix("-previous.") }
  }

  /// A text in both languages.
  package struct Text: Sendable, Hashable, Decodable {
    /// The text in Chinese.
    package let zh: String
    /// The text in English.
    package let en: String
  }

  /// The severity of a breach, as the definition writes it.
  package enum RelationSeverity: String, Sendable, Hashable, Decodable {
    /// The report cannot stand like this.
    case error
    /// Someone should look.
    case warning
    /// Worth knowing.
    case note

    /// The severity of the finding.
    package var severity: Severity {
      switch self {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    }
  }
}
