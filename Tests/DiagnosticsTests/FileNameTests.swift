import Diagnostics
import TestSupport
import Testing

@Suite("Names of files as strings") struct FileNameTests {
  @Test(
    "keep every byte, and read as what they are where they are UTF-8",
    arguments: [
      ([], "", ""), (Array("表 1.csv".utf8), "表 1.csv", "表 1.csv"),
      (Array("e\u{301}.csv".utf8), "e\u{301}.csv", "e\u{301}.csv"),
      ([0xC4, 0xE3, 0x2E], "\u{10FEC4}\u{10FEE3}.", #"\xC4\xE3."#),
      // The first bytes of a longer character, one that is too long, a surrogate, and 0xFF.
      ([0xE4, 0xB8, 0x41], "\u{10FEE4}\u{10FEB8}A", #"\xE4\xB8A"#),
      ([0xC0, 0xAF], "\u{10FEC0}\u{10FEAF}", #"\xC0\xAF"#),
      ([0xED, 0xA0, 0x80], "\u{10FEED}\u{10FEA0}\u{10FE80}", #"\xED\xA0\x80"#),
      ([0xFF, 0xFE], "\u{10FEFF}\u{10FEFE}", #"\xFF\xFE"#),
    ] as [([UInt8], String, String)])
  func samples(bytes: [UInt8], name: String, shown: String) {
    let made = String(fileName: bytes)
    #expect(Array(made.unicodeScalars) == Array(name.unicodeScalars))
    #expect(made.fileNameBytes == bytes)
    #expect(made.systemName.map { UInt8(bitPattern: $0) } == bytes + [0])
    #expect(made.shownFileName == shown)
  }

  @Test("keep a character that is itself of the range that stands for bytes")
  func escapesEscapes() {
    let bytes = Array("a\u{10FEC4}😀".utf8)
    let name = String(fileName: bytes)
    #expect(name.fileNameBytes == bytes)
    #expect(name != "a\u{10FEC4}😀")
    #expect(name.shownFileName == #"a\xF4\x8F\xBB\x84😀"#)
  }

  @Test("lose nothing of any bytes")
  func roundTrips() {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<5000 {
      let pieces: [[UInt8]] = [
        Array("年报".utf8), [0xF4, 0x8F], [0xBB, 0x84],
        [UInt8.random(in: 1...255, using: &generator)],
        Array("\u{10FE80}".utf8), [0xF0, 0x9F, 0x98, 0x80], [0xE2, 0x80],
      ]
      let count = Int.random(in: 0...8, using: &generator)
      let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
      #expect(String(fileName: bytes).fileNameBytes == bytes, "\(bytes)")
    }
  }
}
