extension FormulaEvaluator {
  /// Rounding and the other functions of one or two numbers.
  mutating func numeric(
    _ call: FormulaCall
  ) throws(FormulaFailure) -> Double {
    let number = try number(0, of: call)
    switch call.function {
    case .absolute: return number.magnitude
    case .integer: return number.atFifteenDigits.rounded(.down)
    case .sign: return number == 0 ? 0 : number < 0 ? -1 : 1
    case .squareRoot:
      guard number >= 0 else { throw .error(.number) }
      return number.squareRoot()
    case .power:
      return try CellValue.number(number).applying(.power, try argument(1, of: call)).number()
    case .modulo: return try modulo(number, try self.number(1, of: call))
    default:
      let places = try self.number(1, of: call).rounded(.towardZero)
      return number.rounded(
        toPlaces: Int(Swift.max(-400, Swift.min(400, places))),
        call.function == .round ? .half : call.function == .roundUp ? .up : .down)
    }
  }

  /// The remainder with the divisor's sign; programs differ for fractions.
  private func modulo(_ number: Double, _ divisor: Double) throws(FormulaFailure) -> Double {
    guard divisor != 0 else { throw .error(.divisionByZero) }
    guard number.rounded() == number, divisor.rounded() == divisor, number.magnitude < 0x1p53 else {
      throw .unsupportedReason(.function("MOD"))
    }
    let remainder = number.truncatingRemainder(dividingBy: divisor)
    return remainder != 0 && (remainder < 0) != (divisor < 0) ? remainder + divisor : remainder
  }
}

/// The direction of rounding.
enum DecimalRounding {
  /// To the nearest, halves away from zero.
  case half
  /// Away from zero.
  case up
  /// Towards zero.
  case down
}

extension Double {
  /// The number with 15 significant digits, as displayed.
  var atFifteenDigits: Double {
    NumberText.fifteenDigits(of: self).flatMap(NumberText.parse) ?? self
  }

  /// The number rounded to `places` decimals, based on its displayed digits.
  func rounded(toPlaces places: Int, _ rounding: DecimalRounding) -> Double {
    guard var digits = DecimalDigits(self) else { return self }
    digits.round(to: 15)
    digits.round(toPlaces: places, rounding)
    return digits.isZero ? 0 : NumberText.parse(digits.plainText) ?? self
  }
}

extension DecimalDigits {
  /// Whether no digits are left.
  var isZero: Bool { digits.isEmpty }

  /// Keeps `places` digits after the point, or if negative, rounds away that many before it.
  mutating func round(toPlaces places: Int, _ rounding: DecimalRounding) {
    let kept = exponent + places
    guard digits.count > kept else { return }
    let isUp =
      switch rounding {
      case .half: kept >= 0 && digits[kept] >= 5
      case .up: true
      case .down: false
      }
    digits.removeSubrange(max(0, kept)...)
    if isUp {
      if digits.isEmpty {
        digits = [1]
        exponent = 1 - places
      } else {
        increment()
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }
}
