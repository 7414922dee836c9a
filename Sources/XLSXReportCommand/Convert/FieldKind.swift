import Spreadsheets

/// The kind of a workbook's cell for a field of delimited text.
///
/// A field becomes a number only without loss. Identifiers remain text: leading zeros, a leading plus,
/// sixteen or more digits (identity cards, accounts), `1e5`, dates, and everything that a person would have
/// to interpret. Decimals of more digits are numbers if they are exactly the text of a double. `TRUE` and
/// `FALSE`, as this program and Excel write them, are truth values.
enum FieldKind: Equatable {
  /// An empty field.
  case empty
  /// A number whose shortest text is the field.
  case decimal
  /// A number with another text.
  case number(Double)
  /// A truth value.
  case boolean(Bool)
  /// Text.
  case text

  /// The number of digits that a double holds in any case, and that Excel displays.
  private static let safeDigits = 15

  /// Whether it is a number.
  var isNumber: Bool {
    switch self {
    case .decimal, .number: true
    case .empty, .boolean, .text: false
    }
  }

  /// Determines the kind from the bytes of a field without a formula guard.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else {
      self = .empty
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      self = Self.numberKind(of: bytes)
    case UInt8(ascii: "T") where bytes.elementsEqual("TRUE".utf8): self = .boolean(true)
    case UInt8(ascii: "F") where bytes.elementsEqual("FALSE".utf8): self = .boolean(false)
    default: self = .text
    }
  }

  private static func numberKind(of bytes: UnsafeBufferPointer<UInt8>) -> FieldKind {
    let count = bytes.count
    let start = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    let point = endOfDigits(bytes, from: start)
    let wholeDigits = point &- start
    if wholeDigits > 1, bytes[start] == UInt8(ascii: "0") { return .text }
    if point == count { return 1...safeDigits ~= wholeDigits ? .decimal : .text }
    guard count < 400 else { return .text }
    var end = point
    if bytes[point] == UInt8(ascii: ".") {
      end = endOfDigits(bytes, from: point &+ 1)
      guard end > point &+ 1 else { return .text }
    } else if wholeDigits == 0 {
      return .text
    }
    guard end == count else {
      let isExcels = isExcelExponent(bytes, start: start, wholeDigits: wholeDigits, end)
      let isSafe = isExcels && significantDigits(bytes, from: start, to: end) <= safeDigits
      guard isSafe, let value = NumberText.parse(bytes) else { return canonical(bytes) }
      return .number(value)
    }
    // So few digits are safe in any case; otherwise leading zeros do not count.
    guard
      end &- start &- 1 <= safeDigits
        || significantDigits(bytes, from: start, to: end) <= safeDigits
    else { return canonical(bytes) }
    // A double of so few digits has no shorter text, unless it ends in a redundant zero.
    let isPlain =
      wholeDigits > 0 && bytes[count &- 1] != UInt8(ascii: "0") && !hasFiveZeros(bytes, point &+ 1)
    return isPlain ? .decimal : NumberText.parse(bytes).map { .number($0) } ?? .text
  }

  /// Whether five zeros begin at `index`.
  private static func hasFiveZeros(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    var place = index
    while place < bytes.count, bytes[place] == UInt8(ascii: "0") { place &+= 1 }
    return place &- index >= 5
  }

  private static func endOfDigits(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index &+= 1 }
    return index
  }

  /// Whether an exponent as displayed by Excel begins at `index`: `1E+22`, `1.5E-07`.
  private static func isExcelExponent(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, wholeDigits: Int, _ index: Int
  ) -> Bool {
    guard wholeDigits == 1, bytes[start] != UInt8(ascii: "0"), bytes.count - index >= 4,
      bytes[index] == UInt8(ascii: "E"),
      bytes[index + 1] == UInt8(ascii: "+") || bytes[index + 1] == UInt8(ascii: "-")
    else { return false }
    return endOfDigits(bytes, from: index + 2) == bytes.count
  }

  /// A number, if `bytes` are exactly the text of a double.
  private static func canonical(_ bytes: UnsafeBufferPointer<UInt8>) -> FieldKind {
    guard let value = NumberText.parse(bytes) else { return .text }
    var text: String
    if value.magnitude >= 1, value.magnitude < 1e15, value != value.rounded() {
      // Here Swift writes numbers as we do, and faster.
      text = value.description
    } else {
      text = NumberText.text(of: value)
    }
    return text.withUTF8 { isEqual($0, bytes) } ? .decimal : .text
  }

  private static func isEqual(
    _ text: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard text.count == other.count else { return false }
    for index in 0..<text.count where text[index] != other[index] { return false }
    return true
  }

  /// The number of digits without leading zeros.
  private static func significantDigits(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var count = 0
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte != UInt8(ascii: "."), count > 0 || byte != UInt8(ascii: "0") { count &+= 1 }
      index &+= 1
    }
    return count
  }
}
