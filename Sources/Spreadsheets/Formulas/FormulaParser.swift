/// Parses formulas in the A1 style of SpreadsheetML.
///
/// Source: ECMA-376-1:2016, 18.17.2.
struct FormulaParser {
  /// The maximum nesting of parentheses and functions, as in Excel for functions.
  private static let depthBound = 64
  /// The maximum length of a formula in bytes; Excel's bound is 8,192 characters.
  private static let byteBound = 65_536

  private let bytes: [UInt8]
  private var index = 0
  private var builder = FormulaProgram.Builder()

  private init(_ formula: String) { bytes = Array(formula.utf8) }

  /// Parses `formula`, with or without a leading equals sign, into a program.
  ///
  /// - Complexity: O(*n*) in its length, without recursion.
  static func parse(_ formula: String) throws(UnsupportedReason) -> FormulaProgram {
    guard formula.utf8.count <= byteBound else { throw .tooLarge }
    var parser = FormulaParser(formula)
    parser.skipSpace()
    if parser.next == UInt8(ascii: "=") { parser.index += 1 }
    repeat { try parser.operand() } while try parser.continues()
    return parser.builder.program()
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }
  private var syntaxError: UnsupportedReason { .syntax(offset: index + 1) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      index += 1
    }
  }

  /// Consumes `character` if it is next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Parses an operand, with the signs and opening parentheses before it.
  private mutating func operand() throws(UnsupportedReason) {
    while true {
      signs()
      guard let byte = next else { throw syntaxError }
      switch byte {
      case UInt8(ascii: "("):
        try descend()
        builder.openParenthesis()
        continue
      case UInt8(ascii: "\""): builder.add(.text(try quoted()))
      case UInt8(ascii: "#"): builder.add(.error(try error()))
      case UInt8(ascii: "{"): throw .construct("{…}")
      case UInt8(ascii: "["): throw .construct("[…]")
      case UInt8(ascii: "@"): throw .construct("@")
      case UInt8(ascii: "'"):
        let sheet = try quoted()
        guard take("!") else { throw syntaxError }
        guard !sheet.contains("[") else { throw .construct("[…]") }
        try reference(onSheet: sheet)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        if let rows = try rows(onSheet: nil) {
          builder.add(rows)
        } else {
          builder.add(.number(try number()))
        }
      default:
        if try opensCall(), try !skipOmitted() { continue }
      }
      return
    }
  }

  /// Parses what follows an operand; returns whether another operand follows.
  private mutating func continues() throws(UnsupportedReason) -> Bool {
    while true {
      endOperand()
      if let operation = operatorHere {
        index += operation.rawValue.utf8.count
        builder.add(operation)
        return true
      }
      switch builder.endExpression() {
      case .none:
        guard next == nil else { throw syntaxError }
        return false
      case .parenthesis:
        if next == UInt8(ascii: ",") { throw .construct("(…,…)") }
        guard take(")") else { throw syntaxError }
        builder.closeParenthesis()
      case .call:
        builder.endArgument(isOmitted: false)
        if take(",") {
          if try !skipOmitted() { return true }
        } else {
          guard take(")") else { throw syntaxError }
          builder.closeCall()
        }
      }
    }
  }

  /// Skips omitted arguments, and the parenthesis that ends a function after them; returns whether the
  /// function ended.
  private mutating func skipOmitted() throws(UnsupportedReason) -> Bool {
    while true {
      skipSpace()
      if take(",") {
        builder.endArgument(isOmitted: true)
      } else if take(")") {
        builder.endArgument(isOmitted: true)
        builder.closeCall()
        return true
      } else {
        return false
      }
    }
  }

  private mutating func signs() {
    var minuses = 0
    skipSpace()
    while let byte = next, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
      if byte == UInt8(ascii: "-") { minuses += 1 }
      index += 1
      skipSpace()
    }
    if minuses > 0 { builder.negate(minuses) }
  }

  private mutating func endOperand() {
    var percents = 0
    skipSpace()
    while take("%") {
      percents += 1
      skipSpace()
    }
    builder.endOperand(percents: percents)
  }

  /// The next operator; `<=` and `<>` take precedence over `<`.
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

  /// Consumes an opening parenthesis, unless too many are open.
  private mutating func descend() throws(UnsupportedReason) {
    guard builder.depth < Self.depthBound else { throw .tooLarge }
    index += 1
  }
}

extension FormulaParser {
  private mutating func quoted() throws(UnsupportedReason) -> String {
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

  private mutating func error() throws(UnsupportedReason) -> CellError {
    for code in CellError.inFormulas where bytes[index...].starts(with: code.code.utf8) {
      index += code.code.utf8.count
      return code
    }
    throw syntaxError
  }

  private mutating func number() throws(UnsupportedReason) -> Double {
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
    return value
  }

  /// Parses a reference, name or truth value, with its sheet, or a function with its parenthesis; returns
  /// whether it is a function with arguments.
  private mutating func opensCall() throws(UnsupportedReason) -> Bool {
    let start = index
    let word = takeWord()
    guard !word.isEmpty else { throw syntaxError }
    switch next {
    case UInt8(ascii: "("): return try call(String(decoding: word, as: UTF8.self))
    case UInt8(ascii: "!"):
      index += 1
      try reference(onSheet: String(decoding: word, as: UTF8.self))
    case UInt8(ascii: "["): throw .construct("[…]")
    default:
      index = start
      try reference(onSheet: nil)
    }
    return false
  }

  private mutating func takeWord() -> ArraySlice<UInt8> {
    let start = index
    while let byte = next, Self.isWord(byte) { index += 1 }
    return bytes[start..<index]
  }

  private mutating func call(_ written: String) throws(UnsupportedReason) -> Bool {
    try descend()
    var name = written.uppercased()
    for prefix in ["_XLFN.", "_XLWS."] where name.hasPrefix(prefix) {
      name.removeFirst(prefix.count)
    }
    builder.openCall(name)
    skipSpace()
    guard take(")") else { return true }
    builder.closeCall()
    return false
  }

  /// Parses a reference, name or truth value after its sheet name.
  private mutating func reference(onSheet sheet: String?) throws(UnsupportedReason) {
    if next == UInt8(ascii: "#") { return builder.add(.error(try error())) }
    if let rows = try rows(onSheet: sheet) { return builder.add(rows) }
    let word = takeWord()
    guard !word.isEmpty else { throw syntaxError }
    if let first = FormulaCorner(word) {
      guard take(":") else {
        return builder.add(FormulaArea(sheet: sheet, first: first, last: first))
      }
      guard let last = FormulaCorner(takeWord()), next != UInt8(ascii: "!") else {
        throw .construct("A1:…")
      }
      return builder.add(FormulaArea(sheet: sheet, first: first, last: last))
    }
    let text = String(decoding: word, as: UTF8.self)
    guard next == UInt8(ascii: ":") else {
      if sheet == nil, ["TRUE", "FALSE"].contains(text.uppercased()) {
        return builder.add(.boolean(text.uppercased() == "TRUE"))
      }
      return builder.add(FormulaName(name: text, sheet: sheet))
    }
    index += 1
    let last = takeWord()
    guard let firstColumn = Self.column(word), let lastColumn = Self.column(last),
      next != UInt8(ascii: "!")
    else { throw .construct("\(text):…") }
    builder.add(
      FormulaArea(
        sheet: sheet,
        first: FormulaCorner(
          reference: CellReference(row: 1, column: firstColumn), isRowFixed: true,
          isColumnFixed: word.first == Self.dollar),
        last: FormulaCorner(
          reference: CellReference(row: CellReference.maximumRow, column: lastColumn),
          isRowFixed: true, isColumnFixed: last.first == Self.dollar)))
  }

  /// Parses whole rows such as `1:3`, if they are next.
  private mutating func rows(onSheet sheet: String?) throws(UnsupportedReason) -> FormulaArea? {
    let start = index
    let isFirstFixed = next == Self.dollar
    guard let first = takeRow(), take(":") else {
      index = start
      return nil
    }
    let isLastFixed = next == Self.dollar
    guard let last = takeRow() else {
      index = start
      return nil
    }
    return FormulaArea(
      sheet: sheet,
      first: FormulaCorner(
        reference: CellReference(row: first, column: 1), isRowFixed: isFirstFixed,
        isColumnFixed: true),
      last: FormulaCorner(
        reference: CellReference(row: last, column: CellReference.maximumColumn),
        isRowFixed: isLastFixed, isColumnFixed: true))
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

  private static let dollar = UInt8(ascii: "$")

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte >= 0x80
      || "$_.\\?".utf8.contains(byte)
  }
}

extension FormulaCorner {
  /// Parses a cell in A1 style; nil for anything else.
  fileprivate init?(_ word: ArraySlice<UInt8>) {
    guard let reference = CellReference(utf8: word) else { return nil }
    let dollar = UInt8(ascii: "$")
    self.init(
      reference: reference, isRowFixed: word.dropFirst().contains(dollar),
      isColumnFixed: word.first == dollar)
  }
}

extension CellError {
  /// The error literals of formulas.
  static let inFormulas: [CellError] = [
    .null, .divisionByZero, .value, .reference, .name, .number, .notAvailable, .gettingData,
  ]
}
