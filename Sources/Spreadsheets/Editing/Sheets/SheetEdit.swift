import OpenPackaging

/// A worksheet that is edited: its bytes, their index, and the changes.
struct SheetEdit {
  /// The result of the changes of a sheet.
  struct Outcome {
    /// The sheet's bytes with all changes.
    var bytes: [UInt8]
    /// Whether a cell lost its formula, so that the calculation chain is no longer valid.
    var losesFormula = false
  }

  /// The styles and strings for changed cells.
  struct Resources {
    /// The index of the style `original` with a change applied.
    var restyled: (_ original: Int, _ change: StyleChange) throws -> Int
    /// The index of a shared string; `nil` for an inline string.
    var sharedString: (String) throws -> Int?
  }

  var part: EditablePart
  let index: SheetIndex
  private(set) var changes: [CellReference: CellChange] = [:]
  /// The cells that did not exist before.
  private(set) var addedCells: [CellReference] = []

  init(_ part: EditablePart) throws {
    self.part = part
    index = try SheetIndex(part)
  }

  /// Records a change of a cell's content, which replaces an earlier one.
  mutating func set(_ content: CellChange.Content, at cell: CellReference) {
    changes[cell, default: CellChange()].content = content
  }

  /// Records a fill color for a cell.
  mutating func fill(_ color: CellColor, at cell: CellReference) {
    changes[cell, default: CellChange()].style.fill = color
  }

  /// Records a number format for a cell.
  mutating func set(numberFormat code: String, at cell: CellReference) {
    changes[cell, default: CellChange()].style.numberFormat = code
  }

  /// Whether a cell has a formula before the changes.
  func hasFormula(at cell: CellReference) -> Bool {
    place(of: cell).map { CellRewriter(part, $0).hasFormula } ?? false
  }

  /// The style of a cell before the changes, even if the cell does not exist.
  func style(at cell: CellReference) -> Int {
    guard let place = place(of: cell) else {
      return index.style(ofUnwritten: cell.column, in: index.row(cell.row).row, part)
    }
    return MarkupScanner(part.bytes).number("s", of: place.tag) ?? 0
  }

  private func place(of cell: CellReference) -> CellPlace? {
    guard let row = index.row(cell.row).row else { return nil }
    return index.cells(of: row, in: part).first { $0.column == cell.column }
  }

  /// Applies all changes.
  mutating func apply(_ resources: Resources) throws -> Outcome {
    var outcome = Outcome(bytes: [])
    var rows: [Int: [(CellReference, CellChange)]] = [:]
    for (cell, change) in changes { rows[cell.row, default: []].append((cell, change)) }
    var added: [Int: [UInt8]] = [:]
    for (number, unordered) in rows.sorted(by: { $0.key < $1.key }) {
      let changes = unordered.sorted { $0.0.column < $1.0.column }
      if let row = index.row(number).row {
        try change(row, changes, resources, &outcome)
      } else {
        let cells = try newCells(changes, in: nil, resources)
        if !cells.isEmpty {
          added[number] =
            Array((part.open("row") + " r=\"\(number)\">").utf8) + cells
            + Array(part.close("row").utf8)
        }
      }
    }
    insert(added)
    keepSharedFormulas()
    widenDimension()
    outcome.bytes = part.edited
    return outcome
  }

  private mutating func change(
    _ row: RowPlace, _ changes: [(CellReference, CellChange)], _ resources: Resources,
    _ outcome: inout Outcome
  ) throws {
    let cells = index.cells(of: row, in: part)
    let places = Dictionary(cells.map { ($0.column, $0) }) { first, _ in first }
    let isUncertain = index.repeatedRows.contains(row.number)
    var missing: [(CellReference, CellChange)] = []
    for (cell, change) in changes {
      let isTwice = places.count < cells.count && cells.count { $0.column == cell.column } > 1
      guard !isUncertain, !isTwice else {
        throw WorkbookEditorError(.cellTwice, cell: cell.description)
      }
      if let place = places[cell.column] {
        try self.change(place, change, resources, &outcome)
      } else {
        missing.append((cell, change))
      }
    }
    try insert(missing, into: row, cells, resources)
  }

  private mutating func change(
    _ place: CellPlace, _ change: CellChange, _ resources: Resources, _ outcome: inout Outcome
  ) throws {
    let rewriter = CellRewriter(part, place)
    if !change.style.isEmpty {
      let original = MarkupScanner(part.bytes).number("s", of: place.tag) ?? 0
      rewriter.set(style: try resources.restyled(original, change.style), &part.splices)
    }
    switch change.content {
    case .content(let content):
      if rewriter.hasFormula {
        if case .formula = content {} else { outcome.losesFormula = true }
      }
      rewriter.set(try markup(content, resources), &part.splices)
    case .stored(let value):
      rewriter.set(CellMarkup(stored: value), keepingFormula: true, &part.splices)
    case nil: break
    }
  }

  private func markup(_ content: CellContent, _ resources: Resources) throws -> CellMarkup {
    try CellMarkup(
      content, prefix: String(decoding: part.prefix, as: UTF8.self),
      sharedString: resources.sharedString)
  }

  /// Adds new cells to a row, each before the next existing cell.
  ///
  /// That cell has its own reference: one without is counted from the cell before it, which leaves no gap.
  private mutating func insert(
    _ changes: [(CellReference, CellChange)], into row: RowPlace, _ cells: [CellPlace],
    _ resources: Resources
  ) throws {
    guard !changes.isEmpty else { return }
    guard row.tag.kind == .start else {
      let added = try newCells(changes, in: row, resources)
      guard !added.isEmpty else { return }
      let slash = row.tag.range.upperBound - 2
      part.splices.replace(
        slash..<slash + 2, with: [0x3E] + added + Array(part.close("row").utf8))
      widenSpans(of: row, changes)
      return
    }
    for change in changes {
      let added = try newCells([change], in: row, resources)
      guard !added.isEmpty else { continue }
      let next = cells.first { $0.column > change.0.column }
      part.splices.insert(added, at: next?.range.lowerBound ?? endOfCells(row, cells))
    }
    widenSpans(of: row, changes)
  }

  /// The end of the last cell of a row; other content of the row stays after it.
  private func endOfCells(_ row: RowPlace, _ cells: [CellPlace]) -> Int {
    cells.last?.range.upperBound ?? row.content.lowerBound
  }

  private mutating func newCells(
    _ changes: [(CellReference, CellChange)], in row: RowPlace?, _ resources: Resources
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let prefix = String(decoding: part.prefix, as: UTF8.self)
    for (cell, change) in changes {
      var style = index.style(ofUnwritten: cell.column, in: row, part)
      if !change.style.isEmpty { style = try resources.restyled(style, change.style) }
      var elements: [UInt8] = []
      var type: String?
      switch change.content {
      case .content(let content):
        let markup = try markup(content, resources)
        (elements, type) = (markup.elements(prefix: prefix), markup.type)
      case .stored, nil: break
      }
      guard !elements.isEmpty || !change.style.isEmpty else { continue }
      addedCells.append(cell)
      var tag = part.open("c") + " r=\"\(cell)\""
      if style > 0 { tag += " s=\"\(style)\"" }
      if let type { tag += " t=\"\(type)\"" }
      bytes += Array((tag + (elements.isEmpty ? "/>" : ">")).utf8) + elements
      if !elements.isEmpty { bytes += Array(part.close("c").utf8) }
    }
    return bytes
  }
}
