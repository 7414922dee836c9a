/// Fills the placeholders of a format with digits, with the text between them.
struct PlaceLayout {
  /// The tokens before the point, and those after it.
  private let integerTokens: ArraySlice<FormatToken>
  private let fractionTokens: ArraySlice<FormatToken>
  private let hasPoint: Bool
  private let groupsDigits: Bool
  /// The number of commas after the last placeholder, each of which divides by 1000.
  let thousands: Int
  /// The number of placeholders after the point.
  let decimals: Int
  /// The number of placeholders before the point.
  let integerPlaces: Int

  /// Splits a section's tokens.
  ///
  /// - Parameters:
  ///   - tokens: The tokens, without an exponent or a fraction.
  ///   - showsZero: Whether the last placeholder before the point shows a zero, of whatever kind it is.
  init(_ tokens: ArraySlice<FormatToken>, showsZero: Bool = false) {
    var tokens = Self.settled(tokens)[...]
    let point = tokens.firstIndex(of: .point)
    let end = point ?? tokens.endIndex
    if showsZero, let last = tokens[..<end].lastIndex(where: \.isPlace) {
      tokens[last] = .place(.zero)
    }
    let integers = tokens[..<end]
    hasPoint = point != nil
    integerTokens = integers
    fractionTokens = point.map { tokens[($0 + 1)...] } ?? []
    decimals = fractionTokens.count(where: \.isPlace)
    integerPlaces = integerTokens.count(where: \.isPlace)
    groupsDigits = zip(integers, integers.dropFirst()).contains { $0 == .comma && $1.isPlace }
    var thousands = 0
    for part in [integerTokens, fractionTokens] {
      let last = part.lastIndex(where: \.isDigit)
      thousands += part[(last.map { $0 + 1 } ?? part.startIndex)...].prefix { $0 == .comma }.count
    }
    self.thousands = thousands
  }

  /// `tokens` with each comma that does not follow a digit or point as literal text.
  private static func settled(_ tokens: ArraySlice<FormatToken>) -> [FormatToken] {
    var settled: [FormatToken] = []
    var isInText = true
    for token in tokens {
      switch token {
      // Of several in a row the first is literal text.
      case .comma where isInText:
        settled.append(.literal(","))
        isInText = false
        continue
      case .place, .digit, .point, .comma: isInText = false
      default: isInText = true
      }
      settled.append(token)
    }
    return settled
  }

  /// The text with the digits of `number`, which is already rounded to ``decimals``.
  func text(of number: DecimalNumber) -> String {
    let head = integerText(number.integerDigits)
    guard hasPoint else { return head }
    return head + "." + fractionText(number.fractionDigits)
  }

  private func integerText(_ digits: [UInt8]) -> String {
    var rest = digits[...]
    var pieces: [String] = []
    var shown = 0
    var placesLeft = integerPlaces
    func put(_ piece: String) {
      if groupsDigits, shown > 0, shown % 3 == 0 { pieces.append(piece == " " ? " " : ",") }
      pieces.append(piece)
      shown += 1
    }
    if integerPlaces == 0 {
      while let digit = rest.popLast() { put(String(digit)) }
    }
    for token in integerTokens.reversed() {
      switch token {
      case .place(let place):
        placesLeft -= 1
        if let digit = rest.popLast() {
          put(String(digit))
        } else if place == .zero {
          put("0")
        } else if place == .question {
          put(" ")
        }
        // The first placeholder takes all remaining digits.
        if placesLeft == 0 { while let digit = rest.popLast() { put(String(digit)) } }
      case .comma: continue
      default: pieces.append(token.plainText)
      }
    }
    return pieces.reversed().joined()
  }

  private func fractionText(_ digits: [UInt8]) -> String {
    var text = ""
    var place = 0
    for token in fractionTokens {
      switch token {
      case .place(let kind):
        if place < digits.count {
          text += String(digits[place])
        } else if kind == .zero {
          text += "0"
        } else if kind == .question {
          text += " "
        }
        place += 1
      case .comma: continue
      default: text += token.plainText
      }
    }
    return text
  }
}
