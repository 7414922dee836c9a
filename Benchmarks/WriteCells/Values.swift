/// The values of write_cells.c, in the same order.
struct Values {
  private var state: UInt64 = 88_172_645_463_325_252

  /// The next chance value, below `bound`.
  mutating func next(below bound: UInt32) -> Int { Int(next() % bound) }

  /// The next number: whole, with two decimals, or with all the digits of a double.
  mutating func number() -> Double {
    let (kind, value) = (next() % 100, next())
    if kind < 50 { return Double(value % 1_000_000) }
    if kind < 85 { return Double(value % 10_000_000) / 100 }
    return Double(value) / 4_294_967.296
  }

  private mutating func next() -> UInt32 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return UInt32(truncatingIfNeeded: state >> 32)
  }
}
