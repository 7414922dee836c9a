/// Detects the delimiter of delimited text from its first records.
package enum DialectDetector {
  private struct Score {
    var recordsWith = 0
    var countsSeen: [Int: Int] = [:]
    var mostCommon: Int { countsSeen.values.max() ?? 0 }
  }

  /// The dialect of `window`, the beginning of a text: of tab, semicolon and comma the one in the most
  /// records, and in the most even number per record; a comma if there is none.
  ///
  /// Tab and semicolon win a tie: commas occur in many texts, and as decimal separators next to semicolons.
  package static func dialect(of window: UnsafeBufferPointer<UInt8>) -> Dialect {
    let candidates = [Dialect.tab, .semicolon, .comma]
    var scores = [Score](repeating: Score(), count: candidates.count)
    var counts = [0, 0, 0]
    var records = 0
    var isQuoted = false
    var isBlank = true
    func endRecord() {
      guard !isBlank else { return }
      records += 1
      for index in counts.indices where counts[index] > 0 {
        scores[index].recordsWith += 1
        scores[index].countsSeen[counts[index], default: 0] += 1
      }
      counts = [0, 0, 0]
      isBlank = true
    }
    for byte in window where records < 200 {
      switch byte {
      case 0x22: isQuoted.toggle()
      case 0x0A where !isQuoted, 0x0D where !isQuoted:
        endRecord()
        continue
      case 0x09 where !isQuoted: counts[0] += 1
      case 0x3B where !isQuoted: counts[1] += 1
      case 0x2C where !isQuoted: counts[2] += 1
      default: break
      }
      isBlank = false
    }
    endRecord()
    var best = 2
    for index in [1, 0] {
      let (rival, leader) = (scores[index], scores[best])
      guard rival.recordsWith > 0 else { continue }
      if (rival.recordsWith, rival.mostCommon) >= (leader.recordsWith, leader.mostCommon) {
        best = index
      }
    }
    return candidates[best]
  }
}
