/// The safety limits of a reader, generous for real files.
public struct Limits: Sendable, Hashable {
  private var values: [Limit: Int]

  /// The default limits.
  public static let standard = Limits()

  /// Makes the standard limits.
  public init() { values = [:] }

  /// The bound in force for `limit`, in the unit of the limit.
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
