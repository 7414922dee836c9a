import OpenPackaging

/// A worksheet that is changed: its bytes, what is where in them, and what is to change.
struct SheetEdit {
  /// What the changes of a sheet ask of the rest of the workbook.
  struct Outcome {
    /// The sheet's bytes with all changes made.
    var bytes: [UInt8]
    /// Whether a cell lost its formula, so that the calculation chain no longer holds.
    var losesFormula = false
  }

  /// What gives cells the styles and strings that their changes need.
  struct Resources {
    /// The style of a cell that has the style `original`, which changes.
    var restyled: (_ original: Int, _ change: StyleChange) throws -> Int
    /// The place of a text among the shared strings; `nil` when it is to stand in its cell.
    var sharedString: (String) throws -> Int?
  }

  var part: EditablePart
  let index: SheetIndex
  private(set) var changes: [CellReference: CellChange] = [:]
  /// The cells that were not there before.
  private(set) var addedCells: [CellReference] = []

  init(_ part: EditablePart) throws {
    self.part = part
    index = try SheetIndex(part)
  }

  /// Notes a change of a cell's content; a later one takes the place of an earlier one.
  mutating func set(_ content: CellChange.Content, at cell: CellReference) {
    changes[cell, default: CellChange()].content = content
  }

  /// Notes that a cell is filled with a colour.
  mutating func fill(_ color: CellColor, at cell: CellReference) {
    changes[cell, default: CellChange()].style.fill = color
  }

  /// Notes that a cell gets the number format of `code`.
  mutating func set(numberFormat code: String, at cell: CellReference) {
    changes[cell, default: CellChange()].style.numberFormat = code
  }

  /// Whether a cell has a formula before any change.
  func hasFormula(at cell: CellReference) -> Bool {
    place(of: cell).map { CellRewriter(part, $0).hasFormula } ?? false
  }

  /// The style of a cell before any change, written or not.
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

  /// Makes all changes.
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

  /// Adds cells to a row that it does not have yet, each before the first one to its right, which says its
  /// reference itself: one that is counted from the cell before it stands right beside that.
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

  /// Behind the last cell of a row; what else the row holds stays behind it.
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
