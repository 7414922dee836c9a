import OpenPackaging

extension SheetEdit {
  /// Adds new rows, each before the next existing row.
  ///
  /// That row has its own number: one without is counted from the row before it, which leaves no gap.
  mutating func insert(_ added: [Int: [UInt8]]) {
    guard !added.isEmpty else { return }
    let ordered = added.sorted { $0.key < $1.key }
    guard let data = index.child("sheetData") else {
      let rows = ordered.flatMap(\.value)
      part.splices.insert(
        Array((part.open("sheetData") + ">").utf8) + rows + Array(part.close("sheetData").utf8),
        at: placeOfSheetData)
      return
    }
    guard data.tag.kind == .start else {
      let slash = data.tag.range.upperBound - 2
      part.splices.replace(
        slash..<slash + 2,
        with: [0x3E] + ordered.flatMap(\.value) + Array(part.close("sheetData").utf8))
      return
    }
    for (number, bytes) in ordered {
      let place = index.row(number).place
      let last = index.rows.last?.range.upperBound ?? data.tag.range.upperBound
      guard place < index.rows.count else {
        part.splices.insert(bytes, at: last)
        continue
      }
      part.splices.insert(bytes, at: index.rows[place].range.lowerBound)
    }
  }

  /// The offset of a new `<sheetData>`: after the elements that precede it in the schema.
  private var placeOfSheetData: Int {
    let before = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols"]
    return index.children.last { before.contains($0.name) }?.range.upperBound
      ?? part.root.range.upperBound
  }

  /// Extends the row's `spans` hint to the added cells.
  mutating func widenSpans(of row: RowPlace, _ changes: [(CellReference, CellChange)]) {
    let scanner = MarkupScanner(part.bytes)
    guard let attribute = scanner.attribute("spans", of: row.tag) else { return }
    let text = String(decoding: part.bytes[attribute.value], as: UTF8.self)
    let bounds = text.split { $0 == ":" || $0 == " " }.compactMap { Int($0) }
    let columns = changes.map(\.0.column)
    guard let first = bounds.min(), let last = bounds.max(), let left = columns.min(),
      let right = columns.max(), left < first || right > last
    else { return }
    part.splices.replace(attribute.value, with: "\(min(first, left)):\(max(last, right))")
  }

  /// Extends the sheet's `dimension` hint to the added cells.
  mutating func widenDimension() {
    guard let dimension = index.child("dimension") else { return }
    let scanner = MarkupScanner(part.bytes)
    guard let attribute = scanner.attribute("ref", of: dimension.tag),
      let range = CellRange(String(decoding: part.bytes[attribute.value], as: UTF8.self))
    else { return }
    var (first, last) = (range.topLeft, range.bottomRight)
    for cell in addedCells {
      first.row = min(first.row, cell.row)
      first.column = min(first.column, cell.column)
      last.row = max(last.row, cell.row)
      last.column = max(last.column, cell.column)
    }
    guard first != range.topLeft || last != range.bottomRight else { return }
    part.splices.replace(attribute.value, with: CellRange(first, last).description)
  }

  /// Moves a shared formula whose master cell is overwritten to the next cell of its group.
  mutating func keepSharedFormulas() {
    for group in index.groups.values {
      guard let master = group.master, isOverwritten(master.cell) else { continue }
      let rest = group.followers.filter { !isOverwritten($0.cell) }
      guard let heir = rest.first else { continue }
      let move = FormulaMove(
        rows: heir.cell.row - master.cell.row, columns: heir.cell.column - master.cell.column)
      var formula: [UInt8] = []
      let text = MarkupText.resolved(part.bytes[master.text])
      move.append(Array(text.utf8), to: &formula)
      var range = CellRange(heir.cell, heir.cell)
      for member in rest {
        range = CellRange(
          CellReference(
            row: min(range.firstRow, member.cell.row),
            column: min(range.firstColumn, member.cell.column)),
          CellReference(
            row: max(range.lastRow, member.cell.row),
            column: max(range.lastColumn, member.cell.column)))
      }
      let si = MarkupScanner(part.bytes).value("si", of: master.tag) ?? ""
      let open = part.open("f") + " t=\"shared\" ref=\"\(range)\" si=\"\(si)\">"
      part.splices.replace(
        heir.element,
        with: Array(open.utf8) + MarkupText.escaped(String(decoding: formula, as: UTF8.self))
          + Array(part.close("f").utf8))
    }
  }

  private func isOverwritten(_ cell: CellReference) -> Bool {
    if case .content = changes[cell]?.content { return true }
    return false
  }
}
