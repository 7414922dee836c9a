import Diagnostics
import OpenPackaging
import XMLStreams
import ZipFiles

/// Reads a worksheet part in pieces and passes its cells to a sink.
///
/// A parser reads what precedes and follows `sheetData`. In between, the scanner reads all markup that it
/// supports, and libxml2 reads the rest. All use one assembler, so the result does not depend on the reader.
///
/// A class, because row streams store it; it must not outlive the sink that it points to.
final class SheetStream<Sink: CellSink> {
  private enum Phase { case searching, scanning, parsing, atEnd }

  private let source: SheetSource
  private let entry: ZipEntryReader
  private let cells: CellAssembler<Sink>
  private let reader: SheetReader<Sink>
  private var parser: XMLPushParser
  private var window = ScanWindow()
  private var phase: Phase
  private var scanner: SheetScanner?

  /// Which reader has read the cells so far.
  private(set) var readingPath: ReadingPath

  init(_ workbook: Workbook, _ sheet: SheetInfo, sink: UnsafeMutablePointer<Sink>) throws {
    try workbook.requireOwn(sheet)
    guard sheet.hasCells else {
      throw WorkbookError(.noCells, Fault.noCells, sheet: sheet.name)
    }
    let part = try workbook.part(of: sheet)
    let limits = workbook.limits
    source = SheetSource(name: sheet.name, part: part.path, limits: limits) {
      try workbook.sharedStrings()
    }
    do {
      entry = try workbook.container.open(part)
      cells = CellAssembler(source, sink: sink)
      reader = SheetReader(cells)
      parser = try XMLPushParser(handler: reader, limits: limits)
    } catch {
      throw WorkbookError.wrapping(error, part: part.path, sheet: sheet.name)
    }
    let isScannable = ScanWindow.isScannable(limits)
    phase = workbook.usesScanner && isScannable ? .searching : .parsing
    readingPath = .parser(
      !workbook.usesScanner ? .notAsked : isScannable ? .noPlace : .narrowLimits)
  }

  /// The contents of the part other than cells, as read so far.
  var details: SheetDetails {
    var details = cells.details
    details.readingPath = readingPath
    return details
  }

  /// Reads the next piece; returns false if there was none.
  func advance() throws -> Bool {
    guard phase != .atEnd else { return false }
    do {
      guard try window.fill(from: entry) else {
        try finish()
        return false
      }
      try read()
      return true
    } catch {
      phase = .atEnd
      throw WorkbookError.wrapping(
        error, part: source.part, sheet: source.name, line: parser.position.line)
    }
  }

  /// Reads as much of the window as possible.
  private func read() throws {
    while true {
      switch phase {
      case .searching:
        guard try search() else { return }
      case .scanning:
        guard try scan() else { return }
      case .parsing, .atEnd:
        return try window.takeAll { try parser.push($0) }
      }
    }
  }

  private func finish() throws {
    phase = .atEnd
    if let scanner { try handOver(scanner, isAtEnd: true) }
    try window.takeAll { try parser.push($0) }
    try parser.finish()
    if readingPath == .parser(.noPlace), cells.row == 0 { readingPath = .parser(.noCells) }
  }

  /// Finds the start tag of `<sheetData>`; returns false if more bytes are needed.
  private func search() throws -> Bool {
    let prefix: [UInt8]
    switch try OpeningTag.read(upTo: "sheetData", from: &window, by: &parser) {
    case .needsMore: return false
    case .tooLong:
      phase = .parsing
      return true
    case .candidate(let found): prefix = found
    }
    guard reader.isInData else { return true }
    phase = .parsing
    guard parser.isBetweenTokens, parser.isUTF8 else {
      readingPath = .parser(parser.isUTF8 ? .noPlace : .encoding)
      return true
    }
    guard let scanner = SheetScanner(prefix: prefix, prefixes: reader.boundPrefixes) else {
      readingPath = .parser(.longPrefix)
      return true
    }
    self.scanner = scanner
    readingPath = .scanner
    phase = .scanning
    return true
  }

  /// Scans cells; returns false if more bytes are needed.
  private func scan() throws -> Bool {
    guard var scanner else { return false }
    self.scanner = nil  // one owner, or its buffers are copied
    let stop: ScanStop
    do {
      defer { self.scanner = scanner }
      stop = try window.scan { try scanner.scan(&$0, $1, cells) } ?? .unknown
    }
    switch stop {
    case .needsMore where !window.isFull: return false
    case .needsMore, .unknown: try handOver(scanner, isAtEnd: false)
    case .end: try handOver(scanner, isAtEnd: true)
    }
    return true
  }

  /// Continues with libxml2 at the scanner's position; an open row is begun again for it.
  private func handOver(_ scanner: SheetScanner, isAtEnd: Bool) throws {
    self.scanner = nil
    phase = phase == .atEnd ? .atEnd : .parsing
    let tagLines = scanner.isInRow ? scanner.rowTag.count { $0 == UInt8(ascii: "\n") } : 0
    parser.skip(lines: scanner.lines - tagLines)
    if scanner.isInRow {
      reader.resumeRow()
      try parser.push(scanner.rowTag)
    }
    if !isAtEnd {
      readingPath = .scannerUntil(line: parser.position.line, before: scanner.stoppedBefore)
    }
  }
}
