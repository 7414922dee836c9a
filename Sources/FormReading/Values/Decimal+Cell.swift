#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
import ReportModel

extension Decimal {
  /// The number that a spreadsheet shows for `double`: its first 15 significant digits.
  ///
  /// Excel keeps 15 digits of an entered number and stores the nearest double, which may need 17 digits; nil
  /// if `double` is not finite.
  package init?(cell double: Double) {
    guard double.isFinite else { return nil }
    if double == double.rounded(), double.magnitude < 1e15 {
      self.init(Int(double))
      return
    }
    let text = double.description
    if text.utf8.count(where: { 0x30...0x39 ~= $0 }) <= 15, let number = Decimal(exactly: text) {
      self = number
      return
    }
    guard let exact = Decimal(exactly: text), var digits = Int(exact.significand.description) else {
      return nil
    }
    var exponent = exact.exponent
    while digits >= 10_000_000_000_000_000 {
      digits /= 10
      exponent += 1
    }
    if digits >= 1_000_000_000_000_000 {
      digits = (digits + 5) / 10
      exponent += 1
    }
    self.init(sign: double < 0 ? .minus : .plus, exponent: exponent, significand: Decimal(digits))
  }

  /// The number without exponent, in its shortest form.
  var plain: String { text }
}
