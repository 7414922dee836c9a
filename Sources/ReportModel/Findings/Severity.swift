/// How much a finding matters; the order is from least to most.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth knowing; nothing needs to be done.
  case note
  /// Doubtful; someone should look.
  case warning
  /// Wrong; the report cannot stand like this.
  case error

  /// Orders by weight.
  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
