/// The severity of a finding, from least to most.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing; nothing needs to be done.
  case note
  /// Doubtful; a person should check.
  case warning
  /// Wrong; the report must be corrected.
  case error

  /// Orders by severity.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
