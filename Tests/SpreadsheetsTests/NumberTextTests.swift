import Foundation
import Spreadsheets
import TestSupport
import Testing

@Suite struct NumberTextTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-12, "-12"), (42.5, "42.5"), (0.1, "0.1"), (100, "100"),
      (0.30000000000000004, "0.30000000000000004"), (1e-6, "0.000001"), (1.5e-7, "1.5e-7"),
      (9_007_199_254_740_992, "9007199254740992"), (123_456_789_012_345_680, "123456789012345680"),
      (1e20, "100000000000000000000"), (1e21, "1e+21"), (-1.5e300, "-1.5e+300"),
      (.leastNonzeroMagnitude, "5e-324"),
      (1.7976931348623157e308, "1.7976931348623157e+308"), (12345.678, "12345.678"),
    ] as [(Double, String)])
  func `writes the shortest text`(value: Double, text: String) {
    #expect(NumberText.text(of: value) == text)
    #expect(NumberText.parse(text) == value)
  }

  @Test(
    arguments: [
      ("0", 0), ("+5", 5), (".5", 0.5), ("5.", 5), ("1e5", 1e5), ("1E+5", 1e5), ("1.5e-7", 1.5e-7),
      ("4.9406564584124654E-324", .leastNonzeroMagnitude), ("1e-400", 0),
      ("0.1e-999999999999999999999", 0),
      ("0e999999999999999999999", 0), ("00000000000000000000000000001", 1),
      ("0.57999999999999996", 0.58), ("9007199254740993", 9_007_199_254_740_992),
      ("9007199254740995", 9_007_199_254_740_996), ("0.00000000000000000000000000001", 1e-29),
    ] as [(String, Double)])
  func `reads every form of a double`(text: String, value: Double) {
    #expect(NumberText.parse(text) == value)
  }

  @Test(arguments: [
    "", " 1", "1 ", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "0x1F", "0x1p4", "1_000", "1,5",
    "１２",
    "NaN", "INF", "-Infinity", "1e999", "-1e999", "12abc", "--1", "1e99999999999999999999",
  ])
  func `refuses what is no number that a double can hold`(text: String) {
    #expect(NumberText.parse(text) == nil)
  }

  @Test func `reads as the standard library does, to the last bit`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let digits =
        UInt64.random(in: 0..<(.max), using: &random) >> UInt64.random(in: 0..<60, using: &random)
      let places = Int.random(in: 0...22, using: &random)
      let padded = String(repeating: "0", count: 23) + String(digits)
      let text = "\(padded.dropLast(places)).\(padded.suffix(places))"
      #expect(NumberText.parse(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
      let value = Double(bitPattern: UInt64.random(in: 0..<(.max), using: &random))
      if value.isFinite {
        #expect(NumberText.parse(NumberText.text(of: value))?.bitPattern == value.bitPattern)
      }
    }
  }

  @Test(
    arguments: [
      (0.57999999999999996, "0.58"), (0.30000000000000004, "0.3"), (1.0 / 3, "0.333333333333333"),
      (2.0 / 3, "0.666666666666667"), (0, "0"), (-1.005, "-1.005"),
      (123_456_789_012_345_680, "123456789012346000"),
      (9.999999999999999, "10"), (1e-7, "0.0000001"), (1e21, "1000000000000000000000"),
      (12.3456, "12.3456"),
    ] as [(Double, String)])
  func `rounds to the fifteen digits that Excel shows`(value: Double, text: String) {
    #expect(NumberText.fifteenDigits(of: value) == text)
  }

  @Test func `what is not finite has no digits`() {
    #expect(NumberText.fifteenDigits(of: .infinity) == nil)
    #expect(NumberText.fifteenDigits(of: .nan) == nil)
  }
}
