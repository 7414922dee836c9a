import XMLStreams

/// Reads the cells of `<sheetData>` directly from bytes, in the form that programs write.
///
/// It supports rows, cells, values, formulas and plain inline text with one prefix. It stops before anything
/// else, and before anything that libxml2 might reject or read differently; libxml2 continues from exactly
/// that position. So the scanner never rejects a sheet.
///
/// Unsafe memory is read under these invariants, which apply to this whole folder:
/// - A window is `start..<end`, and at least 64 bytes from `end` on are readable and 0.
/// - No zero byte is ever passed: tokens, names, values, text and white space contain none. So every loop
///   ends at `end` at the latest, and a token that is compared there does not match.
/// - What is kept after a call is copied; a cell is emitted only when all of it is in the window.
struct SheetScanner {
  /// The number of zero bytes after a window.
  static let padding = 64

  let tokens: SheetTokens
  let prefixes: BoundPrefixes
  var attributes = ScannedAttributes()
  var formulaScratch: [UInt8] = []
  var textScratch: [UInt8] = []
  var formula: [UInt8] = []
  var inline: [UInt8] = []
  var row = 0
  var column = 0
  /// The number of further cells that the limit allows.
  var room = 0
  /// The number of cells emitted without the assembler in this call.
  var described = 0
  /// The shared strings, once a cell has used them.
  var strings: SharedStrings?

  /// The number of line feeds read.
  var lines = 0
  /// The beginning of the markup at which it stopped.
  private(set) var stoppedBefore = ""
  /// Whether a row is open.
  private(set) var isInRow = false
  /// The start tag of the open row.
  private(set) var rowTag: [UInt8] = []

  /// Makes a scanner for cells with `prefix`, or nil if that is too long.
  init?(prefix: [UInt8], prefixes: BoundPrefixes) {
    let tokens = prefix.isEmpty ? SheetTokens.plain : SheetTokens(prefix: prefix)
    guard let tokens else { return nil }
    self.tokens = tokens
    self.prefixes = prefixes
  }

  /// Reads the complete cells in the window, emits them to `cells`, and advances `place`.
  ///
  /// - Throws: Only errors of the sink.
  mutating func scan<Sink: CellSink>(
    _ place: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ cells: CellAssembler<Sink>
  ) throws -> ScanStop {
    (room, described) = (cells.room, 0)
    defer { cells.adopt(column: column, cellCount: described) }
    while true {
      _ = WhiteSpace.skip(&place, lines: &lines)
      let linesBefore = lines
      var next = place
      if isInRow, tokens.cell.matches(at: place) {
        next += tokens.cell.count
        guard try scanCell(&next, cells) else {
          lines = linesBefore
          return stop(at: next, end)
        }
      } else if isInRow, tokens.rowEnd.matches(at: place) {
        next += tokens.rowEnd.count
        isInRow = false
        try cells.endRow()
      } else if !isInRow, tokens.row.matches(at: place) {
        next += tokens.row.count
        guard try scanRow(from: place, &next, cells) else {
          lines = linesBefore
          return stop(at: next, end)
        }
      } else if !isInRow, tokens.dataEnd.matches(at: place) {
        return .end
      } else {
        return stop(at: place, end)
      }
      place = next
    }
  }

  /// Why the scan stops at `place` without supported markup: near the end of the window it may only be
  /// incomplete.
  private mutating func stop(
    at place: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> ScanStop {
    guard end - place >= Self.padding else { return .needsMore }
    stoppedBefore = MarkupExcerpt.text(from: place, to: end)
    return .unknown
  }

  /// Advances `place`, which is after `<row`, past the start tag and begins the row.
  private mutating func scanRow<Sink: CellSink>(
    from start: UnsafePointer<UInt8>, _ place: inout UnsafePointer<UInt8>,
    _ cells: CellAssembler<Sink>
  ) throws -> Bool {
    guard let tagEnd = attributes.scanTag(&place, lines: &lines, prefixes: prefixes) else {
      return false
    }
    let r = attributes.value("r")
    if let r {
      guard let number = WholeNumber.parse(r), 1...CellReference.maximumRow ~= number else {
        return false
      }
    } else if cells.row >= CellReference.maximumRow {
      return false
    }
    try cells.beginRow(
      r: r.map { XMLSlice($0) }, hidden: attributes.value("hidden").map { XMLSlice($0) })
    (row, column) = (cells.row, 0)
    if tagEnd == .empty {
      try cells.endRow()
      return true
    }
    isInRow = true
    rowTag.removeAll(keepingCapacity: true)
    rowTag.append(contentsOf: UnsafeBufferPointer(start: start, count: place - start))
    return true
  }
}
