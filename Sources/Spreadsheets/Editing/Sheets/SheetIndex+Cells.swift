import OpenPackaging

extension SheetIndex {
  /// The cells of a row in document order.
  func cells(of row: RowPlace, in part: EditablePart) -> [CellPlace] {
    var cells: [CellPlace] = []
    var scanner = MarkupScanner(part.bytes, in: row.content)
    var column = 0
    while let tag = scanner.next() {
      let end = scanner.skip(tag)
      guard scanner.isNamed(tag, "c", prefix: part.prefix) else { continue }
      let own = scanner.value("r", of: tag).flatMap { CellReference($0) }
      column = own?.column ?? column + 1
      cells.append(
        CellPlace(
          column: column, tag: tag,
          content: tag.range.upperBound..<max(tag.range.upperBound, end.range.lowerBound),
          range: tag.range.lowerBound..<end.range.upperBound))
    }
    return cells
  }

  /// The row with that number, and its index among the rows or the one at which it belongs.
  func row(_ number: Int) -> (place: Int, row: RowPlace?) {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return (low, low < rows.count && rows[low].number == number ? rows[low] : nil)
  }

  /// The style of a cell that does not exist: that of its row, or of its column.
  func style(ofUnwritten column: Int, in row: RowPlace?, _ part: EditablePart) -> Int {
    let scanner = MarkupScanner(part.bytes)
    if let row, ["1", "true"].contains(scanner.value("customFormat", of: row.tag) ?? ""),
      let style = scanner.number("s", of: row.tag)
    {
      return style
    }
    return columnStyles.first { $0.columns.contains(column) }?.style ?? 0
  }
}

extension EditablePart {
  /// Whether the root element is `local` with the root's own prefix.
  func isNamed(_ local: StaticString) -> Bool {
    MarkupScanner(bytes).isNamed(root, local, prefix: prefix)
  }

  /// The name of a tag without the root's prefix; unchanged if it has another prefix.
  func localName(of tag: MarkupTag) -> String {
    let name = bytes[tag.name]
    let local = name.starts(with: prefix) ? name.dropFirst(prefix.count) : name
    return String(decoding: local, as: UTF8.self)
  }

  /// The value of the relationship ID attribute `id`, with any prefix.
  func relationship(of tag: MarkupTag) -> String? {
    let scanner = MarkupScanner(bytes)
    let attribute = scanner.attributes(of: tag).first {
      bytes[$0.name].suffix(3).elementsEqual(":id".utf8)
    }
    return attribute.map { MarkupText.resolved(bytes[$0.value]) }
  }

  /// The reference of a cell, or if it has none, the one counted from the row's start.
  func reference(of cell: MarkupTag, row: Int, inRowFrom start: Int) -> CellReference? {
    var scanner = MarkupScanner(bytes, in: start..<cell.range.upperBound)
    if let own = scanner.value("r", of: cell) { return CellReference(own) }
    var column = 0
    while let tag = scanner.next() {
      guard scanner.isNamed(tag, "c", prefix: prefix), tag.kind != .end else { continue }
      let own = scanner.value("r", of: tag).flatMap { CellReference($0) }
      column = own?.column ?? column + 1
      if tag.range.lowerBound < cell.range.lowerBound, tag.kind == .start { _ = scanner.skip(tag) }
    }
    return CellReference(row: row, column: column)
  }

  /// An end tag at the end of the bytes, for truncated markup.
  var end: MarkupTag {
    MarkupTag(kind: .end, range: bytes.count..<bytes.count, name: bytes.count..<bytes.count)
  }
}
