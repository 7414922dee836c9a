/// Takes formulas in the A1 style of SpreadsheetML apart.
///
/// Source: ECMA-376-1:2016, 18.17.2.
struct FormulaParser {
  /// How deep parentheses and functions may nest; Excel's own bound for functions.
  static let depthBound = 64
  /// How many bytes a formula may have; Excel's bound is 8,192 characters.
  private static let byteBound = 65_536

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ formula: String) { bytes = Array(formula.utf8) }

  /// The expression that `formula` writes, with or without an equals sign in front.
  static func parse(_ formula: String) throws(FormulaObstacle) -> FormulaExpression {
    var parser = FormulaParser(formula)
    guard parser.bytes.count <= byteBound else { throw .tooLarge }
    parser.skipSpace()
    if parser.next == UInt8(ascii: "=") { parser.index += 1 }
    let expression = try parser.expression()
    guard parser.next == nil else { throw parser.syntaxError }
    return expression
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var syntaxError: FormulaObstacle { .syntax(offset: index + 1) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  /// Takes `character` if it stands here.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func expression(level: Int = 0) throws(FormulaObstacle) -> FormulaExpression {
    guard level < FormulaOperator.levelCount else { return try signed() }
    let first = try expression(level: level + 1)
    var steps: [FormulaStep] = []
    while let operation = takeOperator(level: level) {
      steps.append(
        FormulaStep(operation: operation, operand: try expression(level: level + 1)))
    }
    return steps.isEmpty ? first : .chain(first, steps)
  }

  private mutating func takeOperator(level: Int) -> FormulaOperator? {
    skipSpace()
    guard let operation = operatorHere, operation.level == level else { return nil }
    index += operation.rawValue.utf8.count
    return operation
  }

  /// The operator that stands here; `<=` and `<>` go before `<`.
  private var operatorHere: FormulaOperator? {
    guard let byte = next else { return nil }
    let following = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch (byte, following) {
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): return .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return .atMost
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return .atLeast
    case (UInt8(ascii: "<"), _): return .less
    case (UInt8(ascii: ">"), _): return .greater
    case (UInt8(ascii: "="), _): return .equal
    case (UInt8(ascii: "&"), _): return .join
    case (UInt8(ascii: "+"), _): return .add
    case (UInt8(ascii: "-"), _): return .subtract
    case (UInt8(ascii: "*"), _): return .multiply
    case (UInt8(ascii: "/"), _): return .divide
    case (UInt8(ascii: "^"), _): return .power
    default: return nil
    }
  }

  private mutating func signed() throws(FormulaObstacle) -> FormulaExpression {
    var minuses = 0
    skipSpace()
    while let byte = next, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      if byte == UInt8(ascii: "-") { minuses += 1 }
      index += 1
      skipSpace()
    }
    let value = try percentage()
    return minuses == 0 ? value : .negated(value, count: minuses)
  }

  private mutating func percentage() throws(FormulaObstacle) -> FormulaExpression {
    let value = try primary()
    var count = 0
    skipSpace()
    while take("%") {
      count += 1
      skipSpace()
    }
    return count == 0 ? value : .percent(value, count: count)
  }

  private mutating func primary() throws(FormulaObstacle) -> FormulaExpression {
    guard let byte = next else { throw syntaxError }
    switch byte {
    case UInt8(ascii: "\""): return .constant(.text(try quoted()))
    case UInt8(ascii: "("): return try parenthesised()
    case UInt8(ascii: "#"): return .constant(.error(try error()))
    case UInt8(ascii: "{"): throw .construct("{…}")
    case UInt8(ascii: "["): throw .construct("[…]")
    case UInt8(ascii: "@"): throw .construct("@")
    case UInt8(ascii: "'"):
      let sheet = try quoted()
      guard take("!") else { throw syntaxError }
      guard !sheet.contains("[") else { throw .construct("[…]") }
      return try reference(onSheet: sheet)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      if let rows = try rows(onSheet: nil) { return rows }
      return try number()
    default: return try word()
    }
  }

  private mutating func parenthesised() throws(FormulaObstacle) -> FormulaExpression {
    try descend()
    let inner = try expression()
    skipSpace()
    if next == UInt8(ascii: ",") { throw .construct("(…,…)") }
    guard take(")") else { throw syntaxError }
    depth -= 1
    return inner
  }

  /// Takes the opening parenthesis and counts it.
  private mutating func descend() throws(FormulaObstacle) {
    depth += 1
    guard depth <= Self.depthBound else { throw .tooLarge }
    index += 1
  }
}

extension FormulaParser {
  private mutating func quoted() throws(FormulaObstacle) -> String {
    let quote = bytes[index]
    var text: [UInt8] = []
    index += 1
    while let byte = next {
      index += 1
      if byte != quote {
        text.append(byte)
      } else if next == quote {
        text.append(byte)
        index += 1
      } else {
        return String(decoding: text, as: UTF8.self)
      }
    }
    throw syntaxError
  }

  private mutating func error() throws(FormulaObstacle) -> CellError {
    let codes: [CellError] = [
      .null, .divisionByZero, .value, .reference, .name, .number, .notAvailable, .gettingData,
    ]
    for code in codes where bytes[index...].starts(with: code.code.utf8) {
      index += code.code.utf8.count
      return code
    }
    throw syntaxError
  }

  private mutating func number() throws(FormulaObstacle) -> FormulaExpression {
    let start = index
    while let byte = next, Self.isDigit(byte) || byte == UInt8(ascii: ".") { index += 1 }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if next == UInt8(ascii: "-") || next == UInt8(ascii: "+") { index += 1 }
      while let byte = next, Self.isDigit(byte) { index += 1 }
    }
    guard let value = NumberText.parse(String(decoding: bytes[start..<index], as: UTF8.self))
    else {
      index = start
      throw syntaxError
    }
    return .constant(.number(value))
  }

  /// A word: a function, reference, name or truth value, with the sheet it stands on.
  private mutating func word() throws(FormulaObstacle) -> FormulaExpression {
    let start = index
    let word = takeWord()
    guard !word.isEmpty else { throw syntaxError }
    switch next {
    case UInt8(ascii: "("): return try call(String(decoding: word, as: UTF8.self))
    case UInt8(ascii: "!"):
      index += 1
      return try reference(onSheet: String(decoding: word, as: UTF8.self))
    case UInt8(ascii: "["): throw .construct("[…]")
    default:
      index = start
      return try reference(onSheet: nil)
    }
  }

  private mutating func takeWord() -> ArraySlice<UInt8> {
    let start = index
    while let byte = next, Self.isWord(byte) { index += 1 }
    return bytes[start..<index]
  }

  private mutating func call(_ written: String) throws(FormulaObstacle) -> FormulaExpression {
    try descend()
    var name = written.uppercased()
    for prefix in ["_XLFN.", "_XLWS."] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    var arguments: [FormulaExpression?] = []
    skipSpace()
    if !take(")") {
      repeat {
        skipSpace()
        let isLeftOut = next == UInt8(ascii: ",") || next == UInt8(ascii: ")")
        arguments.append(isLeftOut ? nil : try expression())
        skipSpace()
      } while take(",")
      guard take(")") else { throw syntaxError }
    }
    depth -= 1
    return .call(name, arguments)
  }

  /// A reference, name or truth value; what names the sheet is already taken.
  private mutating func reference(onSheet sheet: String?) throws(FormulaObstacle)
    -> FormulaExpression
  {
    if next == UInt8(ascii: "#") { return .constant(.error(try error())) }
    if let rows = try rows(onSheet: sheet) { return rows }
    let word = takeWord()
    guard !word.isEmpty else { throw syntaxError }
    if let first = CellReference(utf8: word) {
      guard take(":") else {
        return .area(FormulaArea(sheet: sheet, range: CellRange(first, first)))
      }
      guard let last = CellReference(utf8: takeWord()), next != UInt8(ascii: "!") else {
        throw .construct("A1:…")
      }
      return .area(FormulaArea(sheet: sheet, range: CellRange(first, last)))
    }
    let text = String(decoding: word, as: UTF8.self)
    guard next == UInt8(ascii: ":") else {
      if sheet == nil, ["TRUE", "FALSE"].contains(text.uppercased()) {
        return .constant(.boolean(text.uppercased() == "TRUE"))
      }
      return .name(text, sheet: sheet)
    }
    index += 1
    let last = takeWord()
    guard let firstColumn = Self.column(word), let lastColumn = Self.column(last),
      next != UInt8(ascii: "!")
    else { throw .construct("\(text):…") }
    return .area(
      FormulaArea(
        sheet: sheet,
        range: CellRange(
          CellReference(row: 1, column: firstColumn),
          CellReference(row: CellReference.maximumRow, column: lastColumn))))
  }

  /// Whole rows such as `1:3`, if that is what stands here.
  private mutating func rows(onSheet sheet: String?) throws(FormulaObstacle) -> FormulaExpression? {
    let start = index
    guard let first = takeRow(), take(":"), let last = takeRow() else {
      index = start
      return nil
    }
    return .area(
      FormulaArea(
        sheet: sheet,
        range: CellRange(
          CellReference(row: first, column: 1),
          CellReference(row: last, column: CellReference.maximumColumn))))
  }

  private mutating func takeRow() -> Int? {
    _ = take("$")
    let start = index
    while let byte = next, Self.isDigit(byte) { index += 1 }
    return CellReference(utf8: [UInt8(ascii: "A")] + bytes[start..<index])?.row
  }

  private static func column(_ word: ArraySlice<UInt8>) -> Int? {
    let letters = word.first == UInt8(ascii: "$") ? word.dropFirst() : word
    guard letters.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }) else {
      return nil
    }
    return CellReference(utf8: letters + [UInt8(ascii: "1")])?.column
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte >= 0x80
      || "$_.\\?".utf8.contains(byte)
  }
}
