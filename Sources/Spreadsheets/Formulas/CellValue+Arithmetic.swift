extension CellValue {
  /// The value as a number: blanks are 0, truth values 0 and 1, texts the number they contain.
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

  /// The number in a text; spreadsheet programs agree only on plain numbers.
  static func number(in text: String) throws(FormulaFailure) -> Double {
    let trimmed = text.trimmingSpaces
    if let number = NumberText.parse(trimmed) { return number }
    // The meaning of dates, currencies, percentages and full-width digits depends on the program.
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

  /// A number in the General format, in a cell that is wide enough.
  static func generalText(of number: Double) throws(FormulaFailure) -> String {
    // Beyond these bounds programs differ in where an exponent is used.
    guard number == 0 || 1e-4..<1e15 ~= number.magnitude,
      let text = NumberText.fifteenDigits(of: number)
    else { throw .unsupportedReason(.unclearNumber("\(number)")) }
    return text
  }

  /// The result of an operator with the right operand `right`.
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

  /// The text; one longer than a cell allows is `#VALUE!`, as in Excel.
  static func bounded(_ text: String) throws(FormulaFailure) -> String {
    // A UTF-16 code unit is one to three bytes of UTF-8.
    guard
      text.utf8.count <= textBound
        || text.utf8.count <= 3 * textBound && text.utf16.count <= textBound
    else { throw .error(.value) }
    return text
  }

  /// The maximum length of a cell's text, in UTF-16 code units.
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

  /// A power with a whole exponent, by multiplication, or a square root; others are unsupported.
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
  /// Whether both are equal as in formulas: by type, texts case-insensitively, blanks equal to zero, `FALSE`
  /// and empty text.
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

  /// Whether this sorts before `other`: numbers, then texts, then truth values.
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

  /// Whether one text sorts before another, for texts that all languages sort alike.
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
  /// Whether both differ at most in the last bits, which are rounding errors of decimal sums: programs treat
  /// the difference of such numbers as 0.
  func isNearly(_ other: Double) -> Bool {
    self == other || (self - other).magnitude < magnitude * 0x1p-48
  }

  /// The number, with negative zero as zero.
  ///
  /// - Throws: `#NUM!` if it is not finite.
  func checked() throws(FormulaFailure) -> Double {
    guard isFinite else { throw .error(.number) }
    return self == 0 ? 0 : self
  }
}

extension String {
  /// The text without leading and trailing spaces.
  var trimmingSpaces: Substring {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return rest
  }

  /// Whether two texts are equal, ignoring case.
  func isSameText(as other: String) -> Bool {
    self == other || lowercased() == other.lowercased()
  }
}
