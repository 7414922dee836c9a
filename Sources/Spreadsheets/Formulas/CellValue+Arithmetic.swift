extension CellValue {
  /// The value as a number: blanks are 0, truth values 0 and 1, texts the number they write.
  func number() throws(FormulaFailure) -> Double {
    switch self {
    case .empty: return 0
    case .number(let number): return number
    case .boolean(let truth): return truth ? 1 : 0
    case .error(let error): throw .error(error)
    case .dateText(let text): throw .unsupportedReason(.unclearNumber(text))
    case .text(let text): return try Self.number(in: text)
    }
  }

  /// The number that a text writes: programs agree on plain numbers only.
  static func number(in text: String) throws(FormulaFailure) -> Double {
    let trimmed = text.trimmingSpaces
    if let number = NumberText.parse(trimmed) { return number }
    // Dates, currencies, percentages, full-width digits: what they mean depends on the program.
    guard !trimmed.unicodeScalars.contains(where: { $0.properties.numericType != nil }) else {
      throw .unsupportedReason(.unclearNumber(text))
    }
    throw .error(.value)
  }

  /// The value as a truth value.
  func truth() throws(FormulaFailure) -> Bool {
    switch self {
    case .empty: return false
    case .number(let number): return number != 0
    case .boolean(let truth): return truth
    case .error(let error): throw .error(error)
    case .dateText(let text): throw .unsupportedReason(.unclearNumber(text))
    case .text(let text):
      switch text.uppercased() {
      case "TRUE": return true
      case "FALSE": return false
      default: throw .error(.value)
      }
    }
  }

  /// The value as text: numbers in the General format.
  func text() throws(FormulaFailure) -> String {
    switch self {
    case .empty: return ""
    case .number(let number): return try Self.generalText(of: number)
    case .boolean(let truth): return truth ? "TRUE" : "FALSE"
    case .error(let error): throw .error(error)
    case .text(let text), .dateText(let text): return text
    }
  }

  /// A number as the General format shows it where a cell is wide enough.
  static func generalText(of number: Double) throws(FormulaFailure) -> String {
    // Beyond these programs differ in where the exponent begins.
    guard number == 0 || 1e-4..<1e15 ~= number.magnitude,
      let text = NumberText.fifteenDigits(of: number)
    else { throw .unsupportedReason(.unclearNumber("\(number)")) }
    return text
  }

  /// The value with an operator and its right operand.
  func applying(
    _ operation: FormulaOperator, _ right: CellValue
  ) throws(FormulaFailure) -> CellValue {
    switch operation {
    case .add, .subtract, .multiply, .divide, .power:
      return .number(
        try Self.arithmetic(operation, try number(), try right.number()).checked())
    case .join: return .text(try Self.bounded(try text() + right.text()))
    case .equal: return .boolean(try isEqual(to: right))
    case .notEqual: return .boolean(try !isEqual(to: right))
    case .less: return .boolean(try isLess(than: right))
    case .greater: return .boolean(try right.isLess(than: self))
    case .atMost: return .boolean(try !right.isLess(than: self))
    case .atLeast: return .boolean(try !isLess(than: right))
    }
  }

  /// The text, unless it is longer than a cell's text may be, which is `#VALUE!` as in Excel.
  static func bounded(_ text: String) throws(FormulaFailure) -> String {
    // Each unit of UTF-16 is one to three bytes of UTF-8.
    guard
      text.utf8.count <= textBound
        || text.utf8.count <= 3 * textBound && text.utf16.count <= textBound
    else { throw .error(.value) }
    return text
  }

  /// The longest text of a cell, in UTF-16 units.
  static var textBound: Int { 32_767 }

  private static func arithmetic(
    _ operation: FormulaOperator, _ left: Double, _ right: Double
  ) throws(FormulaFailure) -> Double {
    switch operation {
    case .add: return left.isNearly(-right) ? 0 : left + right
    case .subtract: return left.isNearly(right) ? 0 : left - right
    case .multiply: return left * right
    case .divide:
      guard right != 0 else { throw .error(.divisionByZero) }
      return left / right
    default: return try power(left, right)
    }
  }

  /// A power with a whole exponent by multiplication; roots and the like are left to others.
  private static func power(_ base: Double, _ exponent: Double) throws(FormulaFailure)
    -> Double
  {
    guard exponent.rounded() == exponent, exponent.magnitude <= 1023 else {
      if exponent == 0.5, base >= 0 { return base.squareRoot() }
      throw .unsupportedReason(.construct("^"))
    }
    if base == 0 {
      guard exponent > 0 else { throw .error(exponent == 0 ? .number : .divisionByZero) }
      return 0
    }
    var result = 1.0
    for _ in 0..<Int(exponent.magnitude) { result *= base }
    return exponent < 0 ? 1 / result : result
  }
}

extension CellValue {
  /// Whether both are equal as formulas compare: by kind, texts whatever their case, blanks as the other's
  /// nothing.
  private func isEqual(to other: CellValue) throws(FormulaFailure) -> Bool {
    switch (self, other) {
    case (.error(let error), _), (_, .error(let error)): throw .error(error)
    case (.dateText(let text), _), (_, .dateText(let text)):
      throw .unsupportedReason(.unclearNumber(text))
    case (.number(let left), .number(let right)): return left.isNearly(right)
    case (.text(let left), .text(let right)): return left.isSameText(as: right)
    case (.boolean(let left), .boolean(let right)): return left == right
    case (.empty, .empty): return true
    case (.empty, .number(let number)), (.number(let number), .empty): return number == 0
    case (.empty, .text(let text)), (.text(let text), .empty): return text.isEmpty
    case (.empty, .boolean(let truth)), (.boolean(let truth), .empty): return !truth
    case (.number, _), (.text, _), (.boolean, _): return false
    }
  }

  /// Whether this comes before `other`: numbers, then texts, then truth values.
  private func isLess(than other: CellValue) throws(FormulaFailure) -> Bool {
    switch (self, other) {
    case (.error(let error), _), (_, .error(let error)): throw .error(error)
    case (.number(let left), .number(let right)): return left < right && !left.isNearly(right)
    case (.text(let left), .text(let right)): return try Self.isOrdered(left, right)
    case (.boolean(let left), .boolean(let right)): return !left && right
    case (.empty, .empty): return false
    case (.empty, .number(let number)): return number > 0
    case (.number(let number), .empty): return number < 0
    case (.empty, .text(let text)): return !text.isEmpty
    case (.text, .empty): return false
    case (.empty, .boolean(let truth)): return truth
    case (.boolean, .empty): return false
    case (.number, .text), (.number, .boolean), (.text, .boolean): return true
    case (.text, .number), (.boolean, .number), (.boolean, .text): return false
    case (.dateText(let text), _), (_, .dateText(let text)):
      throw .unsupportedReason(.unclearNumber(text))
    }
  }

  /// Whether one text comes before another, where every language agrees on that.
  private static func isOrdered(
    _ left: String, _ right: String
  ) throws(FormulaFailure) -> Bool {
    for text in [left, right]
    where !text.utf8.allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isLetterOrDigit }) {
      throw .unsupportedReason(.construct("<"))
    }
    return left.lowercased() < right.lowercased()
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}

extension Double {
  /// Whether both are the same but for the last bits, which sums of decimals leave behind: programs
  /// take the difference of such numbers for 0.
  func isNearly(_ other: Double) -> Bool {
    self == other || (self - other).magnitude < magnitude * 0x1p-48
  }

  /// The number without a negative zero.
  ///
  /// - Throws: `#NUM!` for what is not finite.
  func checked() throws(FormulaFailure) -> Double {
    guard isFinite else { throw .error(.number) }
    return self == 0 ? 0 : self
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmingSpaces: Substring {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }

  /// Whether two texts are equal but for the case of their letters.
  func isSameText(as other: String) -> Bool {
    self == other || lowercased() == other.lowercased()
  }
}
