import XMLStreams

/// Reads the cells of `<sheetData>` straight from the bytes that real writers emit.
///
/// It knows rows, cells, values, formulas and plain inline text under one prefix. It stops before
/// anything else, and before anything that libxml2 might object to or read in another way; libxml2 then
/// goes on from that very place. So the scanner never decides that a sheet is wrong.
///
/// Unsafe memory is read under these invariants, which hold throughout this folder:
/// - A window is `start..<end`, and at least 64 bytes from `end` on can be read and are 0.
/// - No byte 0 is ever stepped over: no token, name, value, text or white space has one. So every loop
///   ends at `end` at the latest, and a token that is compared there does not match.
/// - What is kept beyond a call is copied; a cell is told only when all of it is in the window.
struct SheetScanner {
  /// How many bytes 0 follow a window.
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
  /// How many more cells the limit allows.
  var room = 0
  /// How many cells have been told past the assembler in this call.
  var told = 0
  /// The shared strings, once a cell has asked for them.
  var strings: SharedStrings?

  /// Line feeds in everything that has been read.
  var lines = 0
  /// The beginning of the markup that made it stop.
  private(set) var stoppedBefore = ""
  /// Whether a row is open.
  private(set) var isInRow = false
  /// The start tag of the row that is open.
  private(set) var rowTag: [UInt8] = []

  /// Makes a scanner for cells under `prefix`, or nil where that is too long.
  init?(prefix: [UInt8], prefixes: BoundPrefixes) {
    let tokens = prefix.isEmpty ? SheetTokens.plain : SheetTokens(prefix: prefix)
    guard let tokens else { return nil }
    self.tokens = tokens
    self.prefixes = prefixes
  }

  /// Reads what is whole in the window and tells `cells` of it; `place` goes along.
  ///
  /// - Throws: only what the sink throws.
  mutating func scan<Sink: CellSink>(
    _ place: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ cells: CellAssembler<Sink>
  ) throws -> ScanStop {
    (room, told) = (cells.room, 0)
    defer { cells.adopt(column: column, cellCount: told) }
    while true {
      _ = WhiteSpace.skip(&place, lines: &lines)
      let linesBefore = lines
      var next = place
      if isInRow, tokens.cell.stands(at: place) {
        next += tokens.cell.count
        guard try scanCell(&next, cells) else {
          lines = linesBefore
          return stop(at: next, end)
        }
      } else if isInRow, tokens.rowEnd.stands(at: place) {
        next += tokens.rowEnd.count
        isInRow = false
        try cells.endRow()
      } else if !isInRow, tokens.row.stands(at: place) {
        next += tokens.row.count
        guard try scanRow(from: place, &next, cells) else {
          lines = linesBefore
          return stop(at: next, end)
        }
      } else if !isInRow, tokens.dataEnd.stands(at: place) {
        return .end
      } else {
        return stop(at: place, end)
      }
      place = next
    }
  }

  /// What it means that nothing known was found at `place`: near the end of the window it may only be
  /// cut off.
  private mutating func stop(
    at place: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> ScanStop {
    guard end - place >= Self.padding else { return .needsMore }
    stoppedBefore = MarkupExcerpt.text(from: place, to: end)
    return .unknown
  }

  /// Steps `place`, which is behind `<row`, over the start tag and begins the row.
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
