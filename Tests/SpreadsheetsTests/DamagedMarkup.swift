import TestSupport

/// Markup with a few small damages, the same ones for the same seed.
enum DamagedMarkup {
  /// What is put in: pieces of markup of which each may be one too many.
  private static let pieces = [
    "<", ">", "/", "\"", "&", "&amp;", "&#0;", "]]>", "\r", "\n", "\u{1}", " ", "=", "x:", "xmlns",
    "<!--", "-->", "<![CDATA[", "<?p?>", "1", "A", "'", "é", "<c>", "</c>", "<v>", "</row>",
    "</sheetData>", " r=\"1\"", "t=\"s\"", "9999999999", "<row>", "<f>", "</f>",
    "<is><r><t>x</t></r></is>", "<si>", "</si>", "<t>", "</t>", "<si/>", "<r>", "</r>", "</sst>",
    "<rPh sb=\"0\" eb=\"1\"><t>k</t></rPh>", "<t/>", "<rPr><b/></rPr>", "_x0041_", "_xD83D_",
    "&#xD;", "\u{FFFE}",
  ]

  /// `text` with one to three damages behind its first 60 bytes.
  static func damaging(_ text: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var damaged = text
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 60..<damaged.count, using: &random)
      let end = min(place + Int.random(in: 1..<40, using: &random), damaged.count)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: damaged.remove(at: place)
      case 1: damaged[place] = UInt8.random(in: 0...255, using: &random)
      case 2: damaged.removeSubrange(place..<end)
      case 3:
        damaged.insert(
          contentsOf: Array(damaged[place..<end]),
          at: Int.random(in: 60..<damaged.count, using: &random))
      default:
        damaged.insert(contentsOf: Array(pieces.randomElement(using: &random)!.utf8), at: place)
      }
    }
    return damaged
  }
}
