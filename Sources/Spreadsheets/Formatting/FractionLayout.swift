/// A number as a fraction: `# ?/?`, `??/100`.
struct FractionLayout {
  private let head: ArraySlice<FormatToken>
  private let numerator: ArraySlice<FormatToken>
  private let denominator: ArraySlice<FormatToken>
  private let tail: ArraySlice<FormatToken>
  private let fixedDenominator: Int?

  /// Splits a section's tokens at the slash; nil if either side of it has no placeholders.
  init?(_ tokens: [FormatToken]) {
    guard let slash = tokens.firstIndex(of: .slash) else { return nil }
    var start = slash
    while start > 0, tokens[start - 1].isPlace { start -= 1 }
    var end = slash + 1
    var digits = 0
    var isFixed = false
    while end < tokens.count {
      if case .digit(let digit) = tokens[end] {
        isFixed = true
        digits = digits * 10 + Int(digit)
      } else if isFixed, tokens[end] == .place(.zero) {
        digits *= 10
      } else if !tokens[end].isPlace {
        break
      }
      guard digits < 1_000_000 else { return nil }
      end += 1
    }
    guard start < slash, end > slash + 1 else { return nil }
    head = tokens[..<start]
    numerator = tokens[start..<slash]
    denominator = tokens[(slash + 1)..<end]
    tail = tokens[end...]
    fixedDenominator = isFixed ? digits : nil
  }

  /// The text of the magnitude of `value`.
  func text(of value: Double) -> String {
    let hasWhole = head.contains(where: \.isPlace)
    let magnitude = value.magnitude
    guard magnitude < 1e15 else { return GeneralText.magnitudeText(of: value) }
    let fraction = convergent(of: magnitude)
    let whole = hasWhole ? (fraction.over / fraction.under).rounded(.down) : 0
    let over = Int(fraction.over - whole * fraction.under)
    let under = Int(fraction.under)
    var number = DecimalNumber(whole)
    number.round(decimals: 0)
    if hasWhole, over == 0, !numerator.contains(.place(.zero)) {
      // A whole number is followed by spaces in the width of the fraction.
      let blanks = numerator.count + 1 + denominator.count
      let shown = number.isZero ? "0" : nil
      return (shown.map { headText($0) } ?? PlaceLayout(head).text(of: number))
        + String(repeating: " ", count: blanks) + tailText
    }
    let front = head.isEmpty ? "" : PlaceLayout(head).text(of: number)
    return front + aligned(String(over), numerator, atEnd: true) + "/"
      + (fixedDenominator.map(String.init) ?? aligned(String(under), denominator, atEnd: false))
      + tailText
  }

  /// The text after the denominator; placeholders there belong to no number.
  private var tailText: String {
    tail.map { $0 == .place(.question) ? " " : $0.plainText }.joined()
  }

  /// The whole-number part with `0` in its last placeholder.
  private func headText(_ zero: String) -> String {
    guard let last = head.lastIndex(where: \.isPlace) else { return zero }
    var tokens = Array(head)
    tokens[last - head.startIndex] = .place(.zero)
    return PlaceLayout(tokens[...]).text(of: DecimalNumber(0))
  }

  /// The last convergent of the continued fraction of `value` whose denominator fits the placeholders, as
  /// Excel shows it; it is not always the nearest fraction.
  private func convergent(of value: Double) -> (over: Double, under: Double) {
    if let fixedDenominator, fixedDenominator > 0 {
      let under = Double(fixedDenominator)
      return ((value * under).rounded(), under)
    }
    var bound = 1.0
    for _ in 0..<min(denominator.count, 7) { bound *= 10 }
    var (before, last) = ((over: 0.0, under: 1.0), (over: 1.0, under: 0.0))
    var rest = value
    for _ in 0..<64 {
      let whole = rest.rounded(.down)
      let next = (
        over: whole * last.over + before.over, under: whole * last.under + before.under
      )
      guard next.under < bound else { break }
      (before, last) = (last, next)
      // The rest is rounding error of the subtraction.
      guard rest - whole > 5e-8 else { break }
      rest = 1 / (rest - whole)
    }
    return last
  }

  private func aligned(
    _ text: String, _ places: ArraySlice<FormatToken>, atEnd: Bool
  ) -> String {
    let missing = places.count - text.count
    guard missing > 0 else { return text }
    // Zeros fill from the left; spaces fill the side away from the slash.
    let free = atEnd ? places.prefix(missing) : places.suffix(missing)
    let zeros = free.count { $0 == .place(.zero) }
    let blanks = String(repeating: " ", count: free.count { $0 == .place(.question) })
    let padded = String(repeating: "0", count: zeros) + text
    return atEnd ? blanks + padded : padded + blanks
  }
}
