/// The error that an input exceeds a safety limit.
public struct LimitExceeded: PhrasedError, Hashable {
  /// The exceeded limit.
  public let limit: Limit
  /// The bound that was in force.
  public let bound: Int

  /// Makes the error for `limit` with the bound that was in force.
  public init(limit: Limit, bound: Int) {
    self.limit = limit
    self.bound = bound
  }

  /// Names the limit and advises to raise it if the file is trusted.
  public var phrase: Phrase {
    Phrase(
      zh: "超出安全限制 \(limit.rawValue)（上限 \(bound)）；确信文件无害时，可放宽此限制",
      en: """
        goes beyond the safety limit \(limit.rawValue) (at most \(bound)); \
        if you trust the file, raise this limit
        """)
  }
}
