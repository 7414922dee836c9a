import Diagnostics
import XMLStreams
import ZipFiles

/// Reads the shared strings part piece by piece.
///
/// A parser reads what comes before the first `<si>` and after the last; between them the scanner reads
/// as far as it knows what it sees, into the same table.
struct SharedStringsStream: ~Copyable {
  private let entry: ZipEntryReader
  private let reader: SharedStringsReader
  private var parser: XMLPushParser
  private var window = ScanWindow()
  private var scanner: SharedStringsScanner?
  private var isSearching: Bool
  private var readingPath: ReadingPath

  /// Makes ready to read the part named `part`.
  init(_ entry: ZipEntryReader, part: String, limits: Limits, usesScanner: Bool) throws {
    self.entry = entry
    reader = SharedStringsReader(part: part, limits: limits)
    parser = try XMLPushParser(handler: reader, limits: limits)
    let isScannable = ScanWindow.isScannable(limits)
    isSearching = usesScanner && isScannable
    readingPath = .parser(!usesScanner ? .notAsked : isScannable ? .noPlace : .narrowLimits)
  }

  /// Reads all of it; the table, and by which road it was read.
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

  /// Looks for the start tag of `<sst>` in the window.
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

  /// Scans items, as far as they are whole in the window.
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

  /// Lets libxml2 go on where the scanner stands.
  private mutating func handOver(_ scanner: SharedStringsScanner) {
    self.scanner = nil
    parser.skip(lines: scanner.lines)
  }
}
