import Diagnostics
import OpenPackaging
import XMLStreams
import ZipFiles

/// Reads a sheet's part piece by piece and tells a sink of its cells.
///
/// A parser reads what comes before `<sheetData>` and after it; between them the scanner reads as far as
/// it knows what it sees, and from there on libxml2. All tell one assembler, so what comes out does not
/// depend on the road.
///
/// A class, because streams of rows hold it; it must not outlive the sink that it points to.
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

  /// By which road the cells have been read so far.
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

  /// What the part has said so far besides its cells.
  var details: SheetDetails {
    var details = cells.details
    details.readingPath = readingPath
    return details
  }

  /// Reads the next piece; false when there was none.
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

  /// Reads what is in the window, as far as it can be.
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

  /// Looks for the start tag of `<sheetData>`; false when more bytes are needed.
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

  /// Scans cells; false when more bytes are needed.
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

  /// Lets libxml2 go on where the scanner stands; a row that is open is opened once more for it.
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
