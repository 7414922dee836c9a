import Diagnostics
import Foundation
import TestSupport
import Testing
import ZipFiles

/// Archives with random damage: both roads come to the same bytes or the same error, and to an end.
@Suite struct MutatedArchiveTests {
  /// What reading everything gives: the bytes of each entry, or the first error.
  static func outcome(_ bytes: [UInt8], _ inflation: Inflation) -> String {
    do throws(ZipError) {
      var archive = try ZipArchive(bytes: bytes, inflation: inflation)
      var all: [String] = []
      for entry in archive.entries {
        let content = try archive.read(entry)
        all.append("\(entry.name) \(content.count) \(content.hashValue)")
      }
      return all.joined(separator: "\n")
    } catch {
      return error.description
    }
  }

  /// An archive whose entries are really deflated: by zlib, and long ones by ISA-L.
  static func original() throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let writer = try ZipWriter(path: folder.path("a"))
    try writer.add("[Content_Types].xml", Array("<Types>…</Types>".utf8))
    try writer.add("xl/small.xml", ZipRoundTripTests.bytes(3000))
    try writer.add("xl/picture.png", ZipRoundTripTests.bytes(500), compress: false)
    try writer.add("xl/long.xml", ZipRoundTripTests.bytes(140_000))
    try writer.finish()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("a"))))
  }

  @Test("damage is read alike by ISA-L and zlib", arguments: 0..<8 as Range<UInt64>)
  func differential(seed: UInt64) throws {
    let original = try Self.original()
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % bound
    }
    var refused = 0
    for _ in 0..<50 {
      var bytes = original
      for _ in 0...next(3) {
        // Half of the damage goes to the headers and small entries in front, where most is decided.
        let place = next(2) == 0 ? next(4000) : next(bytes.count)
        switch next(4) {
        case 0: bytes[place] ^= 1 << UInt8(next(8))
        case 1: bytes[place] = UInt8(next(256))
        case 2: bytes.removeSubrange(place..<min(place + next(20), bytes.count))
        default: bytes[place..<min(place + 4, bytes.count)] = [0xFF, 0xFF, 0xFF, 0x7F]
        }
      }
      let outcome = Self.outcome(bytes, .fastest)
      #expect(outcome == Self.outcome(bytes, .zlib))
      if outcome != Self.outcome(original, .fastest) { refused += 1 }
    }
    #expect(refused > 20)
  }
}
