/// The text of a number in a section with placeholders: plain, with an exponent, or as a fraction.
enum NumberLayout {
  /// The text of the magnitude of `value`.
  static func text(of value: Double, _ section: FormatSection) -> String {
    switch section.kind {
    case .scientific: scientific(value, section.tokens)
    case .fraction: FractionLayout(section.tokens)?.text(of: value) ?? plain(value, section.tokens)
    default: plain(value, section.tokens)
    }
  }

  private static func plain(_ value: Double, _ tokens: [FormatToken]) -> String {
    let layout = PlaceLayout(tokens[...])
    var number = DecimalNumber(value)
    number.shift(by: 2 * tokens.count(where: { $0 == .percent }) - 3 * layout.thousands)
    number.round(decimals: layout.decimals)
    return layout.text(of: number)
  }

  /// The exponent is a multiple of the number of integer placeholders; without any the mantissa is below 1.
  private static func scientific(_ value: Double, _ tokens: [FormatToken]) -> String {
    let mark = tokens.firstIndex {
      if case .exponent = $0 { return true }
      return false
    }
    guard let mark, case .exponent(let showsPlus) = tokens[mark] else { return "" }
    let layout = PlaceLayout(tokens[..<mark])
    let step = max(1, layout.integerPlaces)
    var number = DecimalNumber(value)
    number.shift(by: 2 * tokens.count(where: { $0 == .percent }))
    let mostDigits = layout.integerPlaces == 0 ? 0 : step
    var exponent =
      number.isZero
      ? 0 : mostDigits == 0 ? number.exponent : multiple(of: step, notAbove: number.exponent - 1)
    var mantissa = number
    mantissa.shift(by: -exponent)
    mantissa.round(decimals: layout.decimals)
    if !mantissa.isZero, mantissa.exponent > mostDigits {
      exponent += step
      mantissa.shift(by: -step)
    }
    var power = DecimalNumber(Double(exponent))
    power.round(decimals: 0)
    let tail = tokens[(mark + 1)...]
    let front = tail.prefix { !$0.isPlace }
    let places = PlaceLayout(tail.dropFirst(front.count), showsZero: true)
    let sign = exponent < 0 ? "-" : showsPlus ? "+" : ""
    return layout.text(of: mantissa) + "E" + front.map(\.plainText).joined() + sign
      + places.text(of: power)
  }

  private static func multiple(of step: Int, notAbove value: Int) -> Int {
    value >= 0 ? value / step * step : -((-value + step - 1) / step * step)
  }
}
