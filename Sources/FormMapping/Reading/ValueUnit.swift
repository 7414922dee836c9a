#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A unit that stands beside a number or in a label.
struct ValueUnit: Hashable {
  /// The unit as it is written.
  let text: String
  /// How many 元 it is, for an amount of money.
  let yuan: Decimal?

  /// The unit at the start of `text`, or nil.
  init?(startOf text: String) {
    // Byte for byte first: comparing characters takes twenty times as long, and only other code points of
    // the same characters need it.
    let known =
      Self.known.first { text.utf8.starts(with: $0.0.utf8) }
      ?? Self.known.first { text.hasPrefix($0.0) }
    guard let known else { return nil }
    (self.text, yuan) = known
  }

  /// The unit that a label tells in brackets, such as 万元 in `（单位：万元）`.
  init?(label: String) {
    guard label.unicodeScalars.contains("位") else { return nil }
    guard let range = label.firstRange(of: "单位") ?? label.firstRange(of: "單位") else { return nil }
    let rest = label[range.upperBound...].drop { " ：:为是\u{3000}\u{A0}".contains($0) }
    self.init(startOf: String(rest))
  }

  private static let known: [(String, Decimal?)] = [
    ("亿元", 100_000_000), ("億元", 100_000_000), ("百万元", 1_000_000), ("万元", 10_000),
    ("萬元", 10_000), ("千元", 1000), ("元", 1), ("件次", nil), ("件", nil), ("个", nil), ("個", nil),
    ("项", nil), ("項", nil), ("宗", nil), ("份", nil), ("条", nil), ("次", nil), ("起", nil),
    ("例", nil), ("篇", nil), ("部", nil), ("户", nil), ("人", nil),
  ]
}
