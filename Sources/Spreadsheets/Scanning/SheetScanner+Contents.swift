import XMLStreams

extension SheetScanner {
  /// Advances `place`, which is after a cell's start tag, past the rest of the cell and emits it.
  mutating func scanUncommonCell<Sink: CellSink>(
    _ place: inout UnsafePointer<UInt8>, _ tag: CellTag, _ cells: CellAssembler<Sink>
  ) throws -> Bool {
    if tag.isEmpty { return try tell(tag, nil, value: nil, inline: nil, cells) }
    _ = WhiteSpace.skip(&place, lines: &lines)
    var formula: FormulaTag?
    if tokens.formula.matches(at: place) {
      place += tokens.formula.count
      formula = scanFormula(&place)
      guard formula != nil else { return false }
      _ = WhiteSpace.skip(&place, lines: &lines)
    }
    var (value, inline): (ScannedText?, ScannedText?) = (nil, nil)
    if tokens.emptyValue.matches(at: place) {
      place += tokens.emptyValue.count
      value = .plain(UnsafeBufferPointer(start: place, count: 0))
    } else if tokens.value.matches(at: place) {
      place += tokens.value.count
      value = ScannedText.scan(&place, lines: &lines, scratch: &textScratch)
      guard let value, tokens.valueEnd.matches(at: place), isSound(value, tag, cells) else {
        return false
      }
      place += tokens.valueEnd.count
    } else if tokens.inline.matches(at: place) {
      place += tokens.inline.count
      inline = scanInline(&place)
      guard inline != nil else { return false }
    }
    _ = WhiteSpace.skip(&place, lines: &lines)
    guard tokens.cellEnd.matches(at: place) else { return false }
    place += tokens.cellEnd.count
    return try tell(tag, formula, value: value, inline: inline, cells)
  }

  /// Advances past a formula after `<f`.
  private mutating func scanFormula(_ place: inout UnsafePointer<UInt8>) -> FormulaTag? {
    guard let end = attributes.scanTag(&place, lines: &lines, prefixes: prefixes) else {
      return nil
    }
    let group = SharedFormulas.group(
      t: attributes.value("t").map { XMLSlice($0) },
      si: attributes.value("si").map { XMLSlice($0) })
    let isMaster = attributes.value("ref") != nil
    if end == .empty {
      let none = ScannedText.plain(UnsafeBufferPointer(start: place, count: 0))
      return FormulaTag(text: none, group: group, isMaster: isMaster)
    }
    let text = ScannedText.scan(&place, lines: &lines, scratch: &formulaScratch)
    guard let text, tokens.formulaEnd.matches(at: place) else { return nil }
    place += tokens.formulaEnd.count
    return FormulaTag(text: text, group: group, isMaster: isMaster)
  }

  /// Advances past inline text after `<is>`: one `<t>`, nothing else.
  private mutating func scanInline(_ place: inout UnsafePointer<UInt8>) -> ScannedText? {
    _ = WhiteSpace.skip(&place, lines: &lines)
    guard tokens.text.matches(at: place) else { return nil }
    place += tokens.text.count
    guard let end = attributes.scanTag(&place, lines: &lines, prefixes: prefixes) else {
      return nil
    }
    var text = ScannedText.plain(UnsafeBufferPointer(start: place, count: 0))
    if end == .open {
      guard let scanned = ScannedText.scan(&place, lines: &lines, scratch: &textScratch),
        tokens.textEnd.matches(at: place)
      else { return nil }
      place += tokens.textEnd.count
      text = scanned
    }
    _ = WhiteSpace.skip(&place, lines: &lines)
    guard tokens.inlineEnd.matches(at: place) else { return nil }
    place += tokens.inlineEnd.count
    return text
  }

  /// Whether the assembler will accept `value`.
  private mutating func isSound<Sink: CellSink>(
    _ value: ScannedText, _ tag: CellTag, _ cells: CellAssembler<Sink>
  ) -> Bool {
    let kind = tag.type
    let index: Int? = value.withBytes(textScratch) { bytes in
      let content = WholeNumber.trimmed(bytes)
      guard !content.isEmpty else { return -1 }
      switch kind {
      case .number: return NumberText.parse(content) == nil ? nil : -1
      case .boolean:
        let isDigit = content[0] == UInt8(ascii: "0") || content[0] == UInt8(ascii: "1")
        return content.count == 1 && isDigit ? -1 : nil
      case .sharedString: return WholeNumber.parse(content)
      case .string, .inlineString, .error, .date: return -1
      }
    }
    guard let index else { return false }
    if index < 0 { return true }
    return index < knownStrings(cells)?.count ?? 0
  }

  /// Emits a cell through the assembler.
  private mutating func tell<Sink: CellSink>(
    _ tag: CellTag, _ formulaTag: FormulaTag?, value: ScannedText?, inline: ScannedText?,
    _ cells: CellAssembler<Sink>
  ) throws -> Bool {
    formula.removeAll(keepingCapacity: true)
    cells.beginCell(at: tag.reference, styleIndex: tag.styleIndex, type: tag.type)
    if let formulaTag, cells.wantsFormulas {
      guard appendFormula(formulaTag, cells) else { return false }
    }
    column = tag.reference.column
    defer { room = cells.room - described }
    if let inline {
      self.inline.removeAll(keepingCapacity: true)
      inline.withBytes(textScratch) { EscapedText.append($0, to: &self.inline) }
      try self.inline.withUnsafeBufferPointer { text in
        try formula.withUnsafeBufferPointer { formula in
          try cells.endCell(value: nil, inline: text, formula: formula)
        }
      }
    } else if let value {
      try value.withBytes(textScratch) { text in
        try formula.withUnsafeBufferPointer { formula in
          try cells.endCell(value: text, inline: nil, formula: formula)
        }
      }
    } else {
      try formula.withUnsafeBufferPointer { formula in
        try cells.endCell(value: nil, inline: nil, formula: formula)
      }
    }
    return true
  }

  /// Appends the formula to ``formula``; returns false if it exceeds a limit, which libxml2's reader reports.
  private mutating func appendFormula<Sink: CellSink>(
    _ tag: FormulaTag, _ cells: CellAssembler<Sink>
  ) -> Bool {
    do {
      var bytes = formula
      formula = []
      defer { formula = bytes }
      try tag.text.withBytes(formulaScratch) { text in
        try cells.takeFormula(text, group: tag.group, isMaster: tag.isMaster, to: &bytes)
      }
      return true
    } catch {
      return false
    }
  }
}
