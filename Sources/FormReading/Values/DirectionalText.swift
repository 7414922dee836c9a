/// A text with directional formatting characters.
///
/// Source: Unicode Standard Annex 9, 2.1 to 2.4.
struct DirectionalText {
  /// The text from left to right as it is displayed, without these characters.
  let shown: String
  /// Whether it is displayed in another order than it is written.
  let isReordered: Bool
  /// Whether its order depends on more than these characters.
  let isUnclear: Bool

  /// Resolves `text`; nil if it has no directional formatting characters.
  init?(_ text: String) {
    guard text.utf8.contains(0xE2), text.unicodeScalars.contains(where: Self.isControl) else {
      return nil
    }
    var open: [(control: UInt32, items: [[Unicode.Scalar]])] = [(0, [])]
    var isUnclear = false
    func close() {
      guard open.count > 1 else { return }
      let (control, items) = open.removeLast()
      switch control {
      case 0x202E: open[open.count - 1].items.append(items.reversed().flatMap { $0 })
      case 0x202B, 0x2067, 0x2068:
        // A number reads the same in both directions; other text may not.
        let scalars = items.flatMap { $0 }
        isUnclear = isUnclear || !scalars.allSatisfy(Self.isOfNumber)
        open[open.count - 1].items.append(scalars)
      default: open[open.count - 1].items.append(items.flatMap { $0 })
      }
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068: open.append((scalar.value, []))
      case 0x202C, 0x2069: close()
      default: open[open.count - 1].items.append([scalar])
      }
    }
    while open.count > 1 { close() }
    var shown = String.UnicodeScalarView()
    for item in open[0].items { shown.append(contentsOf: item) }
    self.shown = String(shown)
    isReordered = !shown.elementsEqual(text.unicodeScalars.lazy.filter { !Self.isControl($0) })
    self.isUnclear = isUnclear
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    0x202A...0x202E ~= scalar.value || 0x2066...0x2069 ~= scalar.value
  }

  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", ".", ",": true
    default: scalar.properties.isWhitespace
    }
  }
}
