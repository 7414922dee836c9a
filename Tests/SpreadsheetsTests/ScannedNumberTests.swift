import Testing

@testable import Spreadsheets

/// What the scanner reads at once is read right; everything else it leaves to the general way.
struct ScannedNumberTests {
  /// What `scan` makes of `text`, and how many bytes it steps over.
  private func taken<Value>(
    _ text: String, _ scan: (inout UnsafePointer<UInt8>) -> Value?
  ) -> (value: Value?, length: Int) {
    (Array(text.utf8) + [0]).withUnsafeBufferPointer { bytes in
      var place = bytes.baseAddress!
      let value = scan(&place)
      return (value, place - bytes.baseAddress!)
    }
  }

  @Test(arguments: [
    ("0<", 0), ("7<", 7), ("-12<", -12), ("42.5<", 42.5), (".5<", 0.5), ("-.25<", -0.25),
    ("5.<", 5),
    ("0.1<", 0.1), ("100.00<", 100), ("0.0625<", 0.0625), ("00000000000000000.12<", 0.12),
    ("123456789012345<", 123_456_789_012_345), ("0.000001<", 0.000001), ("-0<", 0),
  ])
  func readsDigits(text: String, expected: Double) {
    let found = taken(text) { ScannedNumber.scan(&$0) }
    #expect(found.value == expected)
    #expect(found.length == text.utf8.count - 1)
  }

  @Test(
    "leaves what may not fit, and what no `<` follows, to the general way",
    arguments: [
      "18446744073709551617<", "00000000000000000001<", "0.00000000000000000001<", "-<", ".<", "<",
      "-.<",
      "12", "12 <", "1e5<", "1,5<", "+5<", "--5<", "1.2.3<", "１<", "12:<", "12/<",
    ])
  func leavesTheRest(text: String) {
    let found = taken(text) { ScannedNumber.scan(&$0) }
    #expect(found.value == nil)
    #expect(found.length == 0)
  }

  @Test(
    "no number is read as another, whichever way it takes",
    arguments: [
      "9999999999999999999", "18446744073709551615", "18446744073709551616", "18446744073709551617",
      "36893488147419103232", "99999999999999999999", "0.9999999999999999999",
      "1.8446744073709551617",
      "00000000000000000000000001", "9007199254740993", "123456789012345678",
      "-18446744073709551617",
      "1844674407370955161.7", "0.00000000000000000000000001", "10000000000000000000",
    ])
  func readsAsTheGeneralWay(text: String) throws {
    let fixture = WorkbookFixture(rows: "<row r=\"1\"><c r=\"A1\"><v>\(text)</v></c></row>")
    #expect(try fixture.cells().map(\.value) == [.number(try #require(Double(text)))])
  }

  @Test(arguments: [("0,", 0), ("7,", 7), ("123456789,", 123_456_789), ("007,", 7)])
  func readsWholeNumbers(text: String, expected: Int) {
    let found = taken(text) { ScannedNumber.scanWhole(&$0) }
    #expect(found.value == expected)
    #expect(found.length == text.utf8.count - 1)
  }

  @Test(arguments: ["", ",", "1234567890,", "-1,", "a"])
  func leavesOtherWholeNumbers(text: String) {
    let found = taken(text) { ScannedNumber.scanWhole(&$0) }
    #expect(found.value == nil)
    #expect(found.length == 0)
  }

  @Test(arguments: [
    ("A1\"", 1, 1), ("Z9\"", 9, 26), ("AA10\"", 10, 27), ("AZ1\"", 1, 52), ("BA1\"", 1, 53),
    ("ZZ2\"", 2, 702), ("AAA3\"", 3, 703), ("XFD1048576\"", 1_048_576, 16_384),
  ])
  func readsReferences(text: String, row: Int, column: Int) {
    let found = taken(text) { ScannedNumber.scanReference(&$0) }
    #expect(found.value == CellReference(row: row, column: column))
    #expect(found.length == text.utf8.count)
  }

  @Test(arguments: [
    "1\"", "A\"", "a1\"", "A0\"", "A01\"", "XFE1\"", "A1048577\"", "AAAA1\"", "$A$1\"", "A1", "A1'",
    "@1\"",
    "[1\"", "A1234567890\"",
  ])
  func leavesOtherReferences(text: String) {
    let found = taken(text) { ScannedNumber.scanReference(&$0) }
    #expect(found.value == nil)
    #expect(found.length == 0)
  }

  @Test(
    arguments: [
      ("0", 0), ("12", 12), ("999999999", 999_999_999), ("007", 7), ("1000000000", nil), ("", nil),
      ("-1", nil), ("1 ", nil), ("1a", nil), ("/", nil), (":", nil),
    ] as [(String, Int?)])
  func readsWholeNumbersInAttributes(text: String, expected: Int?) {
    let found = Array(text.utf8).withUnsafeBufferPointer { WholeNumber.parse($0) }
    #expect(found == expected)
  }

  @Test(arguments: [
    (" \t\r\n12\n", "12"), ("1 2", "1 2"), ("", ""), (" ", ""), ("\u{B}1", "\u{B}1"), ("1!", "1!"),
  ])
  func trimsWhiteSpaceOfXML(text: String, expected: String) {
    let found = Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: WholeNumber.trimmed($0), as: UTF8.self)
    }
    #expect(found == expected)
  }
}
