import Spreadsheets

extension GridSink {
  /// The display of a cell, if a font strikes it out, raises or hides it.
  static func appearance(
    of cell: borrowing CellView, _ value: GridValue, look: FontLook
  ) -> ShownText? {
    guard !look.isEmpty || !cell.spans.isEmpty else { return nil }
    guard case .text = value else {
      guard !look.isEmpty else { return nil }
      let text = value.shownNumber
      return ShownText(
        "", marks: look.contains(.raised) ? [text] : [],
        struckOut: look.contains(.struckOut) ? [text] : [],
        hidden: look.contains(.hidden) ? [text] : [])
    }
    var pieces = TextPieces()
    var plain = ""
    var place = 0
    let bytes = Array(cell.text.utf8)
    func add(_ range: Range<Int>, _ look: FontLook) {
      guard !range.isEmpty, range.upperBound <= bytes.count else { return }
      let text = String(decoding: bytes[range], as: UTF8.self)
      if pieces.take(text, TextLook(look)) { plain += text }
    }
    // Runs have their own fonts; the cell's font is that of text without a run.
    let base = cell.spans.isEmpty ? look : look.intersection(.hidden)
    for span in cell.spans {
      add(place..<span.range.lowerBound, base)
      add(span.range, span.look)
      place = span.range.upperBound
    }
    add(place..<bytes.count, base)
    return pieces.shown(beside: plain)
  }
}

extension TextLook {
  /// Makes the look of a text in a font with the look `look`.
  fileprivate init(_ look: FontLook) {
    self = []
    if look.contains(.struckOut) { insert(.struckOut) }
    if look.contains(.raised) { insert(.raised) }
    if look.contains(.hidden) { insert(.hidden) }
  }
}

extension GridValue {
  /// The content of a cell without text, in words.
  fileprivate var shownNumber: String {
    switch self {
    case .number(let number): String(number.description.trimmingZeroFraction)
    case .text(let text), .error(let text), .date(let text, _): text
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .notEvaluated: ""
    }
  }
}

extension String {
  /// A whole number without the `.0` that Swift appends.
  fileprivate var trimmingZeroFraction: Substring { hasSuffix(".0") ? dropLast(2) : self[...] }
}
