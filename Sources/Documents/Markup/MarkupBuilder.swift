import Diagnostics

/// Collects paragraphs and tables from the events of a markup reader, in reading order.
///
/// A table that contains another table only places content on a page: it becomes no grid, and the text beside
/// the inner tables becomes paragraphs.
struct MarkupBuilder {
  /// An open table, with its open cell.
  private struct OpenTable {
    var builder: TableBuilder
    var holdsTables = false
    /// The blocks of its cells, kept separate while it may be a data table.
    var blocks: [Piece] = []
    var cell: OpenCell?
  }

  private struct OpenCell {
    var columnSpan: Int
    var rowSpan: Int
    /// For a Word cell: whether a vertical merge starts (true) or continues (false), or nil.
    var merge: Bool?
    var isWord: Bool
    var paragraphs: [String] = []
    var pieces = TextPieces()
  }

  /// A block with its container.
  struct Piece {
    var block: GridDocument.Block
    var container: Int
  }

  private let limits: Limits
  private var tables: [OpenTable] = []
  /// The plainly displayed text of the open paragraph.
  private var text = ""
  /// All its displayed text, as in prose.
  private var prose = ""
  /// Its struck-out text, which is prose only if there is no other text.
  private var struckOut = ""
  /// The parent of each container; container 0 is the document.
  private(set) var containers = [0]
  private var container = 0
  private(set) var pieces: [Piece] = []
  private(set) var grids: [Grid] = []
  /// The number of cells that all closed tables span.
  private var cellCount = 0

  init(limits: Limits) { self.limits = limits }

  /// Appends text with the look `look` to the open paragraph.
  ///
  /// In a cell, text that is not displayed plainly is kept separate. In prose, raised text becomes
  /// superscript characters.
  mutating func append(_ more: String, _ look: TextLook = []) {
    if look.isEmpty, tables.isEmpty {
      prose += more
      return
    }
    if look.contains(.struckOut), !look.contains(.hidden) {
      struckOut += more
    } else if !look.contains(.hidden) {
      prose += look.contains(.raised) ? more.raised : more
    }
    guard let last = tables.indices.last, tables[last].cell != nil else { return }
    // Plain text is tracked only after a piece that is not plain.
    if look.isEmpty, tables[last].cell?.pieces.isPlain == true {
      text += more
    } else if tables[last].cell?.pieces.take(more, look) == true {
      text += more
    }
  }

  /// Whether nothing displayed has been read yet.
  var isOutside: Bool { pieces.isEmpty && tables.isEmpty && grids.isEmpty }

  /// Opens a container such as a `div`; paragraphs do not cross its border.
  mutating func beginContainer() {
    endParagraph()
    containers.append(container)
    container = containers.count - 1
  }

  /// Closes the innermost container.
  mutating func endContainer() {
    endParagraph()
    container = containers[container]
  }

  /// Ends the open paragraph, if it contains more than white space.
  mutating func endParagraph() {
    let plain = text.trimmedOfSpace
    let shown = prose.trimmedOfSpace
    let paragraph = shown.isEmpty ? struckOut.trimmedOfSpace : shown
    (text, prose, struckOut) = ("", "", "")
    let piece = Piece(block: .paragraph(paragraph), container: container)
    guard let last = tables.indices.last, !tables[last].holdsTables else {
      if !paragraph.isEmpty { pieces.append(piece) }
      return
    }
    if !plain.isEmpty { tables[last].cell?.paragraphs.append(plain) }
    if !paragraph.isEmpty { tables[last].blocks.append(piece) }
  }

  /// Opens a table.
  mutating func beginTable() throws(LimitExceeded) {
    endParagraph()
    let cellCount = tables.last?.builder.cellCount ?? self.cellCount
    if let last = tables.indices.last {
      tables[last].holdsTables = true
      pieces += tables[last].blocks
      tables[last].blocks = []
    }
    try limits.check(.elementDepth, tables.count + 1)
    tables.append(OpenTable(builder: TableBuilder(limits: limits, cellCount: cellCount)))
  }

  /// Opens a row of the innermost table.
  mutating func beginRow() throws(LimitExceeded) {
    guard let last = tables.indices.last else { return }
    try endCell()
    try tables[last].builder.beginRow()
  }

  /// Removes the open row, which has no cells yet.
  mutating func dropRow() {
    guard let last = tables.indices.last else { return }
    tables[last].builder.dropRow()
  }

  /// Removes the open cell.
  mutating func dropCell() {
    guard let last = tables.indices.last else { return }
    tables[last].cell = nil
  }

  /// Skips columns of the open row.
  mutating func skipColumns(_ count: Int) throws(LimitExceeded) {
    guard let last = tables.indices.last else { return }
    try tables[last].builder.skipColumns(count)
  }

  /// Opens a cell of the innermost table.
  mutating func beginCell(
    columnSpan: Int = 1, rowSpan: Int = 1, isWord: Bool = false, merge: Bool? = nil
  ) throws(LimitExceeded) {
    guard let last = tables.indices.last else { return }
    try endCell()
    tables[last].cell = OpenCell(
      columnSpan: columnSpan, rowSpan: rowSpan, merge: merge, isWord: isWord)
  }

  /// Sets a Word cell's spans, which are in its properties after its start.
  mutating func setWordCell(columnSpan: Int? = nil, merge: Bool? = nil) {
    guard let last = tables.indices.last else { return }
    if let columnSpan { tables[last].cell?.columnSpan = columnSpan }
    if let merge { tables[last].cell?.merge = merge }
  }

  /// Closes the open cell of the innermost table.
  mutating func endCell() throws(LimitExceeded) {
    endParagraph()
    guard let last = tables.indices.last, let cell = tables[last].cell else { return }
    let plain = cell.paragraphs.joined(separator: "\n")
    let shown = cell.pieces.isPlain ? nil : cell.pieces.shown(beside: plain)
    let text = shown?.content ?? plain
    tables[last].cell = nil
    if cell.isWord {
      try tables[last].builder.addWordCell(
        text, shown, columnSpan: cell.columnSpan, merge: cell.merge)
    } else {
      try tables[last].builder.addCell(
        text, shown, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
    }
  }

  /// Closes the innermost table and makes a grid of it.
  mutating func endTable() throws(LimitExceeded) {
    try endCell()
    guard var table = tables.popLast() else { return }
    cellCount = table.builder.cellCount
    if let outer = tables.indices.last { tables[outer].builder.cellCount = cellCount }
    guard !table.holdsTables else { return }
    grids.append(table.builder.grid(named: "\(grids.count + 1)"))
    pieces.append(Piece(block: .table(index: grids.count - 1), container: container))
  }

  /// Closes what the document left open.
  mutating func finish() throws(LimitExceeded) {
    while !tables.isEmpty { try endTable() }
    endParagraph()
  }
}

extension String {
  /// The text in superscript digits and signs; a character without a superscript form is kept.
  fileprivate var raised: String {
    let forms: [Unicode.Scalar: Unicode.Scalar] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
      "9": "⁹", "+": "⁺", "-": "⁻", "=": "⁼", "(": "⁽", ")": "⁾",
    ]
    var raised = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard let form = forms[scalar] else { return self }
      raised.append(form)
    }
    return String(raised)
  }

  /// The text without white space, no-break and ideographic spaces at its ends.
  var trimmedOfSpace: String {
    let isSpace = { (scalar: Unicode.Scalar) in
      scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
