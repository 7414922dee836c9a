extension FormulaEvaluator {
  /// The longest text that a cell holds.
  private static var textBound: Int { 32_767 }

  /// The functions that read or make texts.
  mutating func textual(
    _ call: FormulaCall, _ function: FormulaFunction
  ) throws(FormulaInterruption) -> CellValue {
    switch function {
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
    case .left, .middle, .right: return .text(try part(call, function))
    default: break
    }
    let text = try argument(0, of: call).text()
    switch function {
    case .length: return .number(Double(text.utf16.count))
    case .lower: return .text(text.lowercased())
    case .upper: return .text(text.uppercased())
    default: return .text(text.split(separator: " ").joined(separator: " "))
    }
  }

  private mutating func joined(_ call: FormulaCall) throws(FormulaInterruption) -> String {
    var text = ""
    for index in call.arguments.indices { text += try argument(index, of: call).text() }
    guard text.utf16.count <= Self.textBound else { throw .error(.value) }
    return text
  }

  private mutating func repeated(_ call: FormulaCall) throws(FormulaInterruption) -> String {
    let text = try argument(0, of: call).text()
    let count = try number(1, of: call).rounded(.towardZero)
    guard count >= 0, count * Double(text.utf16.count) <= Double(Self.textBound) else {
      throw .error(.value)
    }
    return text.isEmpty ? "" : String(repeating: text, count: Int(count))
  }

  private mutating func substituted(_ call: FormulaCall) throws(FormulaInterruption) -> String {
    let text = try argument(0, of: call).text()
    let old = try argument(1, of: call).text()
    let new = try argument(2, of: call).text()
    guard !old.isEmpty else { return text }
    let parts = text.split(separator: old, omittingEmptySubsequences: false)
    let result: String
    if call.arguments.count > 3 {
      let wanted = try number(3, of: call).rounded(.towardZero)
      guard wanted >= 1 else { throw .error(.value) }
      guard wanted < Double(parts.count) else { return text }
      let place = Int(wanted)
      result =
        parts[..<place].joined(separator: old) + new + parts[place...].joined(separator: old)
    } else {
      result = parts.joined(separator: new)
    }
    guard result.utf16.count <= Self.textBound else { throw .error(.value) }
    return result
  }

  /// LEFT, RIGHT and MID count UTF-16 units; where a character has two, programs differ.
  private mutating func part(
    _ call: FormulaCall, _ function: FormulaFunction
  ) throws(FormulaInterruption) -> String {
    let text = try argument(0, of: call).text()
    let start = function == .middle ? try number(1, of: call).rounded(.towardZero) : 1
    let count = try number(function == .middle ? 2 : 1, of: call, standard: 1)
      .rounded(.towardZero)
    guard start >= 1, count >= 0 else { throw .error(.value) }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count == text.utf16.count else { throw .obstacle(.function(call.name)) }
    let taken = Swift.min(Int(Swift.min(count, 1e6)), scalars.count)
    let part =
      switch function {
      case .left: scalars.prefix(taken)
      case .right: scalars.suffix(taken)
      default: scalars.dropFirst(Int(Swift.min(start - 1, 1e6))).prefix(taken)
      }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: part)
    return String(result)
  }

  private mutating func formatted(_ call: FormulaCall) throws(FormulaInterruption) -> String {
    let value = try argument(0, of: call)
    let code = try argument(1, of: call).text()
    guard let format = SimpleNumberFormat(code) else {
      throw .obstacle(.construct("TEXT “\(code)”"))
    }
    switch value {
    case .number(let number): return try format.text(of: number)
    case .empty: return try format.text(of: 0)
    case .text(let text):
      // A text that writes a number is formatted as that number.
      guard NumberText.parse(text) == nil else { throw .obstacle(.unclearNumber(text)) }
      return text
    case .boolean, .error, .dateText: return try value.text()
    }
  }
}
