#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

extension Decimal {
  /// The most significant digits that a decimal keeps exactly.
  package static let exactDigits = 38

  /// The number that `text` is in JSON's syntax, such as `-12.50` or `1e3`; nil if it is not a number, has
  /// more than ``exactDigits`` significant digits, or is beyond 100 places from the point.
  ///
  /// `Decimal(string:)` alone reads `12abc` as 12 and rounds without an error.
  package init?(exactly text: String) {
    let parts = text.utf8.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") })
    guard let mantissa = parts.first, Self.isExact(mantissa) else { return nil }
    if parts.count > 1 {
      guard let exponent = Int(Substring(parts[1])), exponent.magnitude <= 100 else { return nil }
    }
    guard let value = Decimal(string: text) else { return nil }
    self = value
  }

  /// The number as in JSON, without an exponent and in its shortest form.
  package var text: String { small.map(String.init) ?? description }

  /// The number if it is whole and less than 1,000, as nearly all of a report are.
  ///
  /// Decimals offer no way to their digits but `description`, which divides by ten in arrays, and they add in arrays
  /// as well: ten to twenty times the work of this look-up.
  var small: Int? { Self.smallNumbers[self] }

  private static let smallNumbers = Dictionary(
    uniqueKeysWithValues: (0..<1_000).map { (Decimal($0), $0) })

  /// Whether `mantissa` is `[-]digits[.digits]` with no more digits than a decimal keeps.
  private static func isExact(_ mantissa: Substring.UTF8View) -> Bool {
    let unsigned = mantissa.first == UInt8(ascii: "-") ? mantissa.dropFirst() : mantissa
    let parts = unsigned.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, unsigned.count <= 100,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return false }
    var (significant, zeros) = (0, 0)
    for digit in parts.joined() {
      if digit != 0x30 {
        significant += zeros + 1
        zeros = 0
      } else if significant > 0 {
        zeros += 1
      }
    }
    return significant <= exactDigits
  }
}
