/// A number format of digits, separators, a point and a percent sign, with plain text around them.
///
/// Source: ECMA-376-1:2016, 18.8.31 `numFmts`.
struct SimpleNumberFormat {
  private var before = ""
  private var after = ""
  private var wholeDigits = 0
  private var decimals: ClosedRange<Int> = 0...0
  private var isGrouped = false
  private var isPercent = false
  private var isGeneral = false
  private var isText = false

  /// Parses a format code; nil for dates, sections, conditions, exponents, fractions and fills.
  init?(_ code: String) {
    isGeneral = code.lowercased() == "general"
    isText = code == "@"
    guard !isGeneral, !isText else { return }
    var pattern = ""
    var isBehind = false
    var rest = code[...]
    while let character = rest.popFirst() {
      if "0#,.".contains(character) {
        guard !isBehind else { return nil }
        pattern.append(character)
        continue
      }
      isBehind = !pattern.isEmpty
      var literal = String(character)
      switch character {
      case "\"":
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        literal = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
      case "%":
        guard isBehind, !isPercent else { return nil }
        isPercent = true
      case " ", "-", "+", "(", ")", "$", "¥", "￥": break
      default:
        // Letters may be codes of dates or colors; ideographs are literal text in every program.
        guard character.unicodeScalars.allSatisfy(\.properties.isIdeographic) else { return nil }
      }
      if isBehind { after += literal } else { before += literal }
    }
    guard readPattern(pattern) else { return nil }
  }

  private mutating func readPattern(_ pattern: String) -> Bool {
    let parts = pattern.split(separator: ".", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, !pattern.isEmpty else { return false }
    isGrouped = parts[0].contains(",")
    let whole = parts[0].filter { $0 != "," }
    let fraction = parts.count > 1 ? parts[1] : ""
    // A comma at the end divides by 1000; programs differ for `0#` and for a point without zeros before it.
    guard !whole.isEmpty, parts[0].last != ",", !fraction.contains(","), !whole.contains("0#"),
      !fraction.contains("#0"), parts[0].first != ",", whole.last == "0" || fraction.isEmpty,
      parts.count == 1 || !fraction.isEmpty
    else { return false }
    wholeDigits = whole.count { $0 == "0" }
    decimals = fraction.count { $0 == "0" }...fraction.count
    // `#.#` leaves a point without digits in some programs.
    return decimals.lowerBound > 0 || fraction.isEmpty
  }

  /// The text of the number in this format.
  func text(of number: Double) throws(FormulaFailure) -> String {
    if isGeneral { return try Self.general(number) }
    if isText {
      let text = try CellValue.generalText(of: number)
      // Beyond the digits of General, programs differ in the number of digits of the text format.
      guard try text == Self.general(number) else {
        throw .unsupportedReason(.construct("TEXT “@”"))
      }
      return text
    }
    let rounded = (isPercent ? number * 100 : number)
      .rounded(toPlaces: decimals.upperBound, .half)
    guard rounded.magnitude < 1e15, let plain = NumberText.fifteenDigits(of: rounded.magnitude)
    else { throw .unsupportedReason(.unclearNumber("\(number)")) }
    let parts = plain.split(separator: ".")
    var whole = parts[0] == "0" ? "" : String(parts[0])
    whole = String(repeating: "0", count: Swift.max(0, wholeDigits - whole.count)) + whole
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    fraction += String(repeating: "0", count: Swift.max(0, decimals.lowerBound - fraction.count))
    if isGrouped { whole = Self.grouped(whole) }
    let sign = rounded < 0 ? "-" : ""
    return sign + before + whole + (fraction.isEmpty ? "" : "." + fraction) + after
  }

  /// A number in the General format: at most eleven characters, including the point.
  ///
  /// Source: Microsoft Knowledge Base 65903.
  private static func general(_ number: Double) throws(FormulaFailure) -> String {
    // Programs differ in where an exponent is used.
    guard number == 0 || 1e-4..<99_999_999_999 ~= number.magnitude else {
      throw .unsupportedReason(.unclearNumber("\(number)"))
    }
    let wholeDigits = number.magnitude < 1 ? 1 : DecimalDigits(number)?.exponent ?? 1
    return try CellValue.generalText(
      of: number.rounded(toPlaces: Swift.max(0, 10 - wholeDigits), .half))
  }

  private static func grouped(_ digits: String) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }
}
