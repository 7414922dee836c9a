import Spreadsheets

/// Counts by which road parts were read, and keeps why the others were not scanned whole.
struct ReadingPathCensus: CustomStringConvertible {
  private var count = 0
  private var scanned = 0
  private var empty = 0
  private var others: [String] = []

  /// Counts one part.
  mutating func add(_ readingPath: ReadingPath, _ name: String) {
    if readingPath == .parser(.noCells) { return empty += 1 }
    count += 1
    switch readingPath {
    case .scanner: scanned += 1
    case .parser(let reason): others.append("\(reason): \(name)")
    case .scannerUntil(let line, let before):
      others.append("line \(line), before \(before): \(name)")
    }
  }

  /// The share of those that the scanner read whole.
  var share: Double { count == 0 ? 1 : Double(scanned) / Double(count) }

  /// The counts, and a line for each part that was not scanned whole.
  var description: String {
    let counts = "\(scanned) of \(count) by the scanner; \(empty) more have no cells"
    return ([counts] + others).joined(separator: "\n  ")
  }
}
