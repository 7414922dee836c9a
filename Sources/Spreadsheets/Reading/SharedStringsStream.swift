import Diagnostics
import XMLStreams
import ZipFiles

/// Reads the shared strings part in pieces.
///
/// A parser reads what precedes the first `<si>` and follows the last; between them the scanner reads all
/// markup that it supports, into the same table.
struct SharedStringsStream: ~Copyable {
  private let entry: ZipEntryReader
  private let reader: SharedStringsReader
  private var parser: XMLPushParser
  private var window = ScanWindow()
  private var scanner: SharedStringsScanner?
  private var isSearching: Bool
  private var readingPath: ReadingPath

  /// Prepares to read the part named `part`.
  init(_ entry: ZipEntryReader, part: String, limits: Limits, usesScanner: Bool) throws {
    self.entry = entry
    reader = SharedStringsReader(part: part, limits: limits)
    parser = try XMLPushParser(handler: reader, limits: limits)
    let isScannable = ScanWindow.isScannable(limits)
    isSearching = usesScanner && isScannable
    readingPath = .parser(!usesScanner ? .notAsked : isScannable ? .noPlace : .narrowLimits)
  }

  /// Reads the whole part; returns the table, and which reader read it.
  consuming func read() throws -> (SharedStrings, ReadingPath) {
    while try window.fill(from: entry) {
      if isSearching { try search() }
      if scanner != nil { try scan() }
      if scanner == nil, !isSearching { try window.takeAll { try parser.push($0) } }
    }
    if let scanner { handOver(scanner) }
    try window.takeAll { try parser.push($0) }
    try parser.finish()
    return (SharedStrings(reader.strings), readingPath)
  }

  /// Finds the start tag of `<sst>` in the window.
  private mutating func search() throws {
    let prefix: [UInt8]
    switch try OpeningTag.read(upTo: "sst", from: &window, by: &parser) {
    case .needsMore: return
    case .tooLong:
      isSearching = false
      return
    case .candidate(let found): prefix = found
    }
    isSearching = false
    guard reader.isInTable, parser.isBetweenTokens else { return }
    guard parser.isUTF8 else {
      readingPath = .parser(.encoding)
      return
    }
    scanner = SharedStringsScanner(prefix: prefix, prefixes: reader.boundPrefixes)
    readingPath = scanner == nil ? .parser(.longPrefix) : .scanner
  }

  /// Scans the items that are complete in the window.
  private mutating func scan() throws {
    guard var scanner else { return }
    self.scanner = nil  // one owner, or its buffers are copied
    let reader = reader  // not through self, whose window is being read
    let stop = window.scan { scanner.scan(&$0, $1, &reader.strings) } ?? .unknown
    switch stop {
    case .needsMore where !window.isFull: self.scanner = scanner
    case .end: handOver(scanner)
    case .needsMore, .unknown:
      handOver(scanner)
      readingPath = .scannerUntil(line: parser.position.line, before: scanner.stoppedBefore)
    }
  }

  /// Continues with libxml2 at the scanner's position.
  private mutating func handOver(_ scanner: SharedStringsScanner) {
    self.scanner = nil
    parser.skip(lines: scanner.lines)
  }
}
