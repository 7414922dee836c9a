import XMLStreams

extension SheetScanner {
  /// The attributes of a cell's start tag.
  struct CellTag {
    var reference: CellReference
    var styleIndex = 0
    var type = CellType.number
    var isEmpty = false
  }

  /// A formula in the window.
  struct FormulaTag {
    var text: ScannedText
    var group: UInt32?
    var isMaster: Bool
  }

  /// Advances `place`, which is after `<c`, past the whole cell and emits it.
  ///
  /// Returns false, without emitting it, if the scanner does not support it; `place` is then where this was
  /// detected.
  @inline(__always)
  mutating func scanCell<Sink: CellSink>(
    _ place: inout UnsafePointer<UInt8>, _ cells: CellAssembler<Sink>
  ) throws -> Bool {
    var tag = CellTag(reference: CellReference(row: row, column: column + 1))
    guard scanCellTag(&place, &tag), room > 0 else { return false }
    if !tag.isEmpty, tag.type == .number, tokens.value.matches(at: place) {
      var next = place + tokens.value.count
      if let number = ScannedNumber.scan(&next), tokens.valueAndCellEnd.matches(at: next) {
        place = next + tokens.valueAndCellEnd.count
        column = tag.reference.column
        (room, described) = (room - 1, described + 1)
        try cells.sink.pointee.cell(
          CellView(
            reference: tag.reference, kind: .number, styleIndex: tag.styleIndex, number: number))
        return true
      }
    }
    if !tag.isEmpty, tag.type == .sharedString, tokens.value.matches(at: place) {
      var next = place + tokens.value.count
      if let index = ScannedNumber.scanWhole(&next), tokens.valueAndCellEnd.matches(at: next) {
        guard let strings = knownStrings(cells), index < strings.count else { return false }
        place = next + tokens.valueAndCellEnd.count
        column = tag.reference.column
        (room, described) = (room - 1, described + 1)
        try strings.withText(at: index) { text in
          try cells.sink.pointee.cell(
            CellView(
              reference: tag.reference, kind: .text, styleIndex: tag.styleIndex, text: text,
              spans: strings.spans(at: index)))
        }
        return true
      }
    }
    if !tag.isEmpty, tag.type == .inlineString, tokens.inlineText.matches(at: place) {
      let text = place + tokens.inlineText.count
      var next = text
      if PlainText.skip(&next), tokens.inlineTextAndCellEnd.matches(at: next) {
        place = next + tokens.inlineTextAndCellEnd.count
        column = tag.reference.column
        (room, described) = (room - 1, described + 1)
        try cells.sink.pointee.cell(
          CellView(
            reference: tag.reference, kind: .text, styleIndex: tag.styleIndex,
            text: UnsafeBufferPointer(start: text, count: next - text)))
        return true
      }
    }
    return try scanUncommonCell(&place, tag, cells)
  }

  /// The shared strings, read on first use; nil if there are none.
  @inline(__always)
  mutating func knownStrings<Sink: CellSink>(_ cells: CellAssembler<Sink>) -> SharedStrings? {
    // libxml2's reader reports a table that cannot be read.
    if strings == nil { strings = try? cells.loadStrings() }
    return strings
  }

  /// Advances past the rest of a start tag; returns false if the scanner does not support it.
  @inline(__always)
  private mutating func scanCellTag(
    _ place: inout UnsafePointer<UInt8>, _ tag: inout CellTag
  ) -> Bool {
    let start = place
    var seen: UInt8 = 0
    while place[0] == 0x20, place[2] == UInt8(ascii: "="), place[3] == UInt8(ascii: "\"") {
      let name = place[1]
      place += 4
      switch name {
      case UInt8(ascii: "r") where seen & 1 == 0:
        seen |= 1
        guard let reference = ScannedNumber.scanReference(&place) else { break }
        tag.reference = reference
        continue
      case UInt8(ascii: "s") where seen & 2 == 0:
        seen |= 2
        guard let index = ScannedNumber.scanWhole(&place), place[0] == UInt8(ascii: "\"") else {
          break
        }
        place += 1
        tag.styleIndex = index
        continue
      case UInt8(ascii: "t") where seen & 4 == 0:
        seen |= 4
        if place[1] == UInt8(ascii: "\""), let type = CellType(letter: place[0]) {
          place += 2
          tag.type = type
        } else if tokens.inlineType.matches(at: place) {
          place += tokens.inlineType.count
          tag.type = .inlineString
        } else {
          break
        }
        continue
      default: break
      }
      return scanUncommonTag(from: start, &place, &tag)
    }
    let isOpen = place[0] == UInt8(ascii: ">")
    guard isOpen || place[0] == UInt8(ascii: "/") && place[1] == UInt8(ascii: ">") else {
      return scanUncommonTag(from: start, &place, &tag)
    }
    place += isOpen ? 1 : 2
    tag.isEmpty = !isOpen
    return seen & 1 == 1 || column < CellReference.maximumColumn
  }

  /// Advances past a start tag with other attributes, other types, or in another form.
  private mutating func scanUncommonTag(
    from start: UnsafePointer<UInt8>, _ place: inout UnsafePointer<UInt8>, _ tag: inout CellTag
  ) -> Bool {
    place = start
    guard let end = attributes.scanTag(&place, lines: &lines, prefixes: prefixes),
      let type = CellType(attributes.value("t").map { XMLSlice($0) })
    else { return false }
    if let r = attributes.value("r") {
      guard let reference = CellReference(utf8: r) else { return false }
      tag.reference = reference
    } else {
      guard column < CellReference.maximumColumn else { return false }
      tag.reference = CellReference(row: row, column: column + 1)
    }
    tag.styleIndex = attributes.value("s").flatMap { WholeNumber.parse($0) } ?? 0
    tag.type = type
    tag.isEmpty = end == .empty
    return true
  }
}
