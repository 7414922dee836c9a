extension FormulaEvaluator {
  /// The functions that read or return texts.
  mutating func textual(
    _ call: FormulaCall
  ) throws(FormulaFailure) -> CellValue {
    switch call.function {
    case .concatenate: return .text(try joined(call))
    case .exact:
      return .boolean(try argument(0, of: call).text() == argument(1, of: call).text())
    case .hyperlink:
      return call.arguments.count == 1 ? try argument(0, of: call) : try argument(1, of: call)
    case .text: return .text(try formatted(call))
    case .value:
      let value = try argument(0, of: call)
      if case .boolean = value { throw .error(.value) }
      return .number(try value.number())
    case .repeat: return .text(try repeated(call))
    case .substitute: return .text(try substituted(call))
    case .left, .middle, .right: return .text(try part(call))
    default: break
    }
    let text = try argument(0, of: call).text()
    switch call.function {
    case .length: return .number(Double(text.utf16.count))
    case .lower: return .text(try CellValue.bounded(text.lowercased()))
    case .upper: return .text(try CellValue.bounded(text.uppercased()))
    default: return .text(text.split(separator: " ").joined(separator: " "))
    }
  }

  private mutating func joined(_ call: FormulaCall) throws(FormulaFailure) -> String {
    var text = ""
    for index in call.arguments.indices {
      text += try argument(index, of: call).text()
      // Longer than any valid result.
      guard text.utf8.count <= 6 * CellValue.textBound else { throw .error(.value) }
    }
    return try CellValue.bounded(text)
  }

  private mutating func repeated(_ call: FormulaCall) throws(FormulaFailure) -> String {
    let text = try argument(0, of: call).text()
    let count = try number(1, of: call).rounded(.towardZero)
    guard count >= 0, count * Double(text.utf16.count) <= Double(CellValue.textBound) else {
      throw .error(.value)
    }
    return text.isEmpty ? "" : String(repeating: text, count: Int(count))
  }

  private mutating func substituted(_ call: FormulaCall) throws(FormulaFailure) -> String {
    let text = try argument(0, of: call).text()
    let old = Array(try argument(1, of: call).text().utf8)
    let new = Array(try argument(2, of: call).text().utf8)
    var wanted: Double?
    if call.arguments.count > 3, !old.isEmpty {
      let number = try number(3, of: call).rounded(.towardZero)
      guard number >= 1 else { throw .error(.value) }
      wanted = number
    }
    guard !old.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    for (number, place) in bytes.places(of: old).enumerated()
    where wanted == nil || wanted == Double(number + 1) {
      result += bytes[index..<place]
      result += new
      index = place + old.count
      // Longer than any valid result.
      guard result.count <= 3 * CellValue.textBound else { throw .error(.value) }
    }
    result += bytes[index...]
    return try CellValue.bounded(String(decoding: result, as: UTF8.self))
  }

  /// LEFT, RIGHT and MID count UTF-16 code units; programs differ for characters of two units.
  private mutating func part(
    _ call: FormulaCall
  ) throws(FormulaFailure) -> String {
    let text = try argument(0, of: call).text()
    let start = call.function == .middle ? try number(1, of: call).rounded(.towardZero) : 1
    let count = try number(call.function == .middle ? 2 : 1, of: call, standard: 1)
      .rounded(.towardZero)
    guard start >= 1, count >= 0 else { throw .error(.value) }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == text.utf16.count else { throw call.unsupportedReason }
    let taken = Swift.min(Int(Swift.min(count, 1e6)), scalars.count)
    let part =
      switch call.function {
      case .left: scalars.prefix(taken)
      case .right: scalars.suffix(taken)
      default: scalars.dropFirst(Int(Swift.min(start - 1, 1e6))).prefix(taken)
      }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: part)
    return String(result)
  }

  private mutating func formatted(_ call: FormulaCall) throws(FormulaFailure) -> String {
    let value = try argument(0, of: call)
    let code = try argument(1, of: call).text()
    guard let format = SimpleNumberFormat(code) else {
      throw .unsupportedReason(.construct("TEXT “\(code)”"))
    }
    switch value {
    case .number(let number): return try CellValue.bounded(try format.text(of: number))
    case .empty: return try CellValue.bounded(try format.text(of: 0))
    case .text(let text):
      // A text that contains a number is formatted as that number.
      guard NumberText.parse(text) == nil else { throw .unsupportedReason(.unclearNumber(text)) }
      return text
    case .boolean, .error, .dateText: return try value.text()
    }
  }
}

extension [UInt8] {
  /// The indices at which `pattern` begins, from left to right, without overlaps.
  ///
  /// - Complexity: O(*n* + *m*), by the algorithm of Knuth, Morris and Pratt.
  fileprivate func places(of pattern: [UInt8]) -> [Int] {
    var borders = [0]
    var length = 0
    for index in pattern.indices.dropFirst() {
      while length > 0, pattern[index] != pattern[length] { length = borders[length - 1] }
      if pattern[index] == pattern[length] { length += 1 }
      borders.append(length)
    }
    var places: [Int] = []
    length = 0
    for (index, byte) in enumerated() {
      while length > 0, byte != pattern[length] { length = borders[length - 1] }
      if byte == pattern[length] { length += 1 }
      if length == pattern.count {
        places.append(index + 1 - length)
        length = 0
      }
    }
    return places
  }
}
