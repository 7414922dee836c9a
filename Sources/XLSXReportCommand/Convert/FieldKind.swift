import Spreadsheets

/// What a field of delimited text becomes in a workbook.
///
/// It becomes a number only where that loses nothing. Identifiers stay text: leading zeros, a leading
/// plus, sixteen or more digits (identity cards, accounts), `1e5`, dates, and everything that a person
/// would have to interpret. `TRUE` and `FALSE`, as this program and Excel write them, are truth values.
enum FieldKind: Equatable {
  /// Nothing.
  case empty
  /// A number.
  case number(Double)
  /// A truth value.
  case boolean(Bool)
  /// Text.
  case text

  /// The most digits that a double holds whatever they are, and that Excel shows.
  private static let safeDigits = 15

  /// Decides for the bytes of a field that had no formula guard.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else {
      self = .empty
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      self = Self.number(bytes).map { .number($0) } ?? .text
    case UInt8(ascii: "T") where bytes.elementsEqual("TRUE".utf8): self = .boolean(true)
    case UInt8(ascii: "F") where bytes.elementsEqual("FALSE".utf8): self = .boolean(false)
    default: self = .text
    }
  }

  /// The number that `bytes` are and lose nothing by becoming; nil for text.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var index = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    let start = index
    var value: Int64 = 0
    while index < bytes.count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 10 {
      if index &- start < 18 { value = value &* 10 &+ Int64(digit) }
      index &+= 1
    }
    let wholeDigits = index - start
    if wholeDigits > 1, bytes[start] == UInt8(ascii: "0") { return nil }
    if index == bytes.count {
      guard 1...safeDigits ~= wholeDigits else { return nil }
      return start == 0 ? Double(value) : -Double(value)
    }
    guard wholeDigits < 400, bytes.count < 400 else { return nil }
    return fraction(bytes, start: start, point: index)
  }

  /// The number where more than digits follow at `point`.
  private static func fraction(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, point: Int
  ) -> Double? {
    var index = point
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      let first = index
      while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
      guard index > first else { return nil }
    } else if point == start {
      return nil
    }
    guard index == bytes.count || isExcelExponent(bytes, start: start, point: point, index) else {
      return isCanonical(bytes)
    }
    let digits = significantDigits(bytes[start..<index])
    return digits <= safeDigits ? NumberText.parse(bytes) : isCanonical(bytes)
  }

  /// Whether the rest is an exponent as Excel shows one: `1E+22`, `1.5E-07`.
  private static func isExcelExponent(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, point: Int, _ index: Int
  ) -> Bool {
    guard point - start == 1, bytes[start] != UInt8(ascii: "0"), bytes.count - index >= 4,
      bytes[index] == UInt8(ascii: "E"),
      bytes[index + 1] == UInt8(ascii: "+") || bytes[index + 1] == UInt8(ascii: "-")
    else { return false }
    return bytes[(index + 2)...].allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }

  /// The number, where `bytes` are exactly the text that it is written with.
  private static func isCanonical(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let value = NumberText.parse(bytes), NumberText.text(of: value).utf8.elementsEqual(bytes)
    else { return nil }
    return value
  }

  /// The digits without zeros in front of them.
  private static func significantDigits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var count = 0
    for byte in bytes where byte != UInt8(ascii: ".") && (count > 0 || byte != UInt8(ascii: "0")) {
      count += 1
    }
    return count
  }
}
