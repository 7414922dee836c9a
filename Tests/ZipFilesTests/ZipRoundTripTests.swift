import Diagnostics
import Foundation
import TestSupport
import Testing
import ZipFiles

/// What ``ZipWriter`` writes, ``ZipArchive`` reads.
@Suite struct ZipRoundTripTests {
  let folder = try! TemporaryFolder()

  /// Bytes that deflate a little, the same for the same seed.
  static func bytes(_ count: Int, seed: UInt64 = 7) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(ascii: "0") + UInt8(truncatingIfNeeded: state >> 33) % 24
    }
  }

  static func readAll(_ reader: ZipEntryReader, chunk: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try reader.read(into: $0) }
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }

  @Test(
    "whole, chunked and windowed reading give back what was written",
    arguments: [0, 1, 1000, 131_072, 131_073, 300_000], Inflation.allCases)
  func roundTrip(count: Int, inflation: Inflation) throws {
    let path = folder.path("a.zip")
    let content = Self.bytes(count)
    let writer = try ZipWriter(path: path)
    try writer.add("first.xml", content)
    try writer.add("picture.png", content, compress: false)
    try writer.begin("xl/stream.xml")
    for start in stride(from: 0, to: content.count, by: 9999) {
      try content[start..<min(start + 9999, count)].withUnsafeBytes { try writer.write($0) }
    }
    try writer.end()
    writer.insert("[Content_Types].xml", Array("<Types/>".utf8), at: 0)
    try writer.finish()

    var archive = try ZipArchive(path: path, inflation: inflation)
    let names = archive.entries.map(\.name)
    #expect(names == ["[Content_Types].xml", "first.xml", "picture.png", "xl/stream.xml"])
    let entries = archive.entries
    #expect(entries.map(\.method) == [8, count == 0 ? entries[1].method : 8, 0, entries[3].method])
    for entry in entries.dropFirst() {
      #expect(try archive.read(entry) == content)
      #expect(try Self.readAll(archive.open(entry), chunk: 1000) == content)
      var windows: [UInt8] = []
      let reader = try archive.open(entry)
      while try reader.withNextChunk({ windows += $0 }) != nil {}
      #expect(windows == content)
    }
    var inMemory = try ZipArchive(bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    #expect(try inMemory.read(inMemory.entry(named: "\\XL\\Stream.xml")!) == content)
  }

  @Test("the same entries give the same bytes")
  func deterministic() throws {
    func write(_ name: String) throws -> Data {
      let writer = try ZipWriter(path: folder.path(name))
      try writer.add("a", Self.bytes(5000))
      try writer.add("b", Self.bytes(500_000))
      try writer.finish()
      return try Data(contentsOf: URL(fileURLWithPath: folder.path(name)))
    }
    #expect(try write("one") == write("two"))
  }

  @Test("an archive that is never finished leaves no file")
  func unfinished() throws {
    do {
      let writer = try ZipWriter(path: folder.path("gone"))
      try writer.add("b", Self.bytes(500_000))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }
}
