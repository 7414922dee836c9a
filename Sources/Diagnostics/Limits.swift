/// The safety limits that a reader keeps, generous for real files; one place for all of them.
public struct Limits: Sendable, Hashable {
  private var values: [Limit: Int]

  /// The limits that hold unless a caller raises them.
  public static let standard = Limits()

  /// Makes the standard limits.
  public init() { values = [:] }

  /// The bound in force for `limit`, in the limit's own unit.
  public subscript(limit: Limit) -> Int {
    get { values[limit] ?? limit.standardValue }
    set { values[limit] = newValue }
  }

  /// Throws ``LimitExceeded`` when `found` is above the bound of `limit`.
  public func check(_ limit: Limit, _ found: Int) throws(LimitExceeded) {
    let bound = self[limit]
    guard found <= bound else { throw LimitExceeded(limit: limit, bound: bound) }
  }
}
