import Diagnostics
import Foundation
import TestSupport
import Testing
import ZipFiles

/// Archives that lie: refused when they are opened or when the entry is read, by both roads alike.
@Suite struct HostileArchiveTests {
  static let content = Array("<worksheet>a sheet, some cells</worksheet>".utf8)

  static func archive(_ fields: RawZip.Fields = .init(), name: String = "a.xml") -> RawZip {
    var zip = RawZip()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8))
    zip.add(name, content, fields)
    return zip
  }

  /// What reading the last entry whole throws.
  static func failure(
    _ bytes: [UInt8], _ inflation: Inflation, _ limits: Limits = .standard
  ) -> ZipError? {
    do throws(ZipError) {
      var archive = try ZipArchive(bytes: bytes, limits: limits, inflation: inflation)
      guard let entry = archive.entries.last else { return nil }
      _ = try archive.read(entry)
      return nil
    } catch {
      return error
    }
  }

  @Test("entries that are not as declared are refused", arguments: Inflation.allCases)
  func liesAboutEntries(inflation: Inflation) {
    let cases: [(RawZip.Fields, ZipError)] = [
      (.init(checksum: 1), .wrongChecksum("a.xml")),
      (.init(method: 0, checksum: 1), .wrongChecksum("a.xml")),
      (.init(size: 10), .wrongSize("a.xml", declared: 10)),
      (.init(size: 0), .wrongSize("a.xml", declared: 0)),
      (.init(method: 0, size: 10), .wrongSize("a.xml", declared: 10)),
      (.init(size: 1000), .wrongSize("a.xml", declared: 1000)),
      (.init(size: 1 << 24), .wrongSize("a.xml", declared: 1 << 24)),
      (.init(payload: [UInt8](repeating: 0xFF, count: 300)), .damagedEntry("a.xml")),
      (
        .init(payload: Array(RawZip.deflated(Self.content).dropLast(9))),
        .wrongSize("a.xml", declared: Self.content.count)
      ),
      (.init(size: 5, payload: []), .wrongSize("a.xml", declared: 5)),
      (.init(flags: 1), .encryptedEntry("a.xml")),
      (.init(method: 9), .unsupportedMethod("a.xml", method: 9)),
      (.init(method: 77), .unsupportedMethod("a.xml", method: 77)),
      (.init(method: 99, flags: 1), .encryptedEntry("a.xml")),
    ]
    for (fields, error) in cases {
      #expect(Self.failure(Self.archive(fields).bytes(), inflation) == error)
    }
  }

  @Test("a local header that is not there is damage", arguments: Inflation.allCases)
  func hole(inflation: Inflation) {
    var bytes = Self.archive().bytes()
    let start = bytes.firstRange(of: Array("a.xml".utf8))!.lowerBound - 30
    for index in start..<start + 30 { bytes[index] = 0 }
    #expect(Self.failure(bytes, inflation) == .damagedEntry("a.xml"))
  }

  @Test(
    "names that leave the archive are refused",
    arguments: [
      "../../tmp/evil.txt", "..\\evil.txt", "C:\\evil.txt", "xl/../../evil.txt", "xl/evil\0.txt",
      "./../x",
    ])
  func unsafeNames(name: String) {
    #expect(Self.failure(Self.archive(name: name).bytes(), .fastest) == .unsafeName(name))
  }

  @Test(
    "names that only look odd are read", arguments: ["/xl/a.xml", "xl\\a.xml", "xl/./../a.xml"])
  func oddNames(name: String) {
    #expect(Self.failure(Self.archive(name: name).bytes(), .fastest) == nil)
  }

  @Test(
    "two entries of one name are refused",
    arguments: [
      ("a.xml", "a.xml"), ("xl/a.xml", "xl/A.xml"), ("xl/a.xml", "xl\\a.xml"), ("/a.xml", "a.xml"),
    ])
  func duplicates(first: String, second: String) {
    var zip = RawZip()
    zip.add(first, [1])
    zip.add(second, [2])
    #expect(Self.failure(zip.bytes(), .fastest) == .duplicateName(first, second))
  }

  @Test("entries that share bytes are refused")
  func overlaps() {
    var zip = RawZip()
    let start = zip.add("a", Self.content)
    zip.add("b", Self.content, .init(offset: start))
    #expect(Self.failure(zip.bytes(), .fastest) == .overlappingEntries("a", "b"))
    var nested = RawZip()
    nested.add("a", Self.content)
    nested.add("b", Self.content, .init(offset: 20))
    #expect(Self.failure(nested.bytes(), .fastest) == .overlappingEntries("a", "b"))
  }

  @Test("directories that cannot be are refused")
  func damagedDirectories() {
    let zip = Self.archive()
    #expect(Self.failure(zip.bytes(shift: 999_999), .fastest) == .damagedDirectory)
    #expect(Self.failure(zip.bytes(shift: -3), .fastest) == .damagedDirectory)
    #expect(Self.failure(zip.bytes(count: 1), .fastest) == .damagedDirectory)
    #expect(Self.failure(zip.bytes(disk: 3), .fastest) == .splitArchive)
    #expect(Self.failure(RawZip().bytes(), .fastest) == .noEntries)
  }

  @Test("an archive cut off anywhere is refused")
  func truncated() {
    let whole = Self.archive().bytes()
    for length in 4..<whole.count {
      let error = Self.failure(Array(whole.prefix(length)), .fastest)
      #expect(error == .truncated, "cut after \(length) bytes")
    }
  }

  @Test("harmless oddities of the frame are read", arguments: [false, true])
  func frames(isWide: Bool) {
    let zip = Self.archive()
    let decoy = [UInt8](repeating: 0x78, count: 30) + RawZip.number(0x0605_4B50, 4)
    for comment in [
      [], decoy + [UInt8](repeating: 0x79, count: 18), .init(repeating: 0, count: 65_535),
    ] {
      let bytes = zip.bytes(comment: comment, isWide: isWide)
      #expect(Self.failure(bytes, .fastest) == nil)
      #expect(Self.failure(bytes + Array("\r\njunk".utf8), .fastest) == nil || comment.count > 100)
    }
  }

  @Test("too many entries are refused before they are listed")
  func tooMany() {
    var limits = Limits.standard
    limits[.archiveEntries] = 1
    #expect(
      Self.failure(Self.archive().bytes(), .fastest, limits)
        == .beyondLimit(nil, LimitExceeded(limit: .archiveEntries, bound: 1)))
  }

  @Test("as many entries as allowed are listed")
  func enough() {
    var limits = Limits.standard
    limits[.archiveEntries] = 2
    #expect(Self.failure(Self.archive().bytes(), .fastest, limits) == nil)
  }

  @Test("a directory beyond the limit of small parts is refused before it is read")
  func longDirectory() {
    var limits = Limits.standard
    let length = 2 * 46 + "[Content_Types].xml".utf8.count + "a.xml".utf8.count
    limits[.smallPartBytes] = length
    #expect(Self.failure(Self.archive().bytes(), .fastest, limits) == nil)
    limits[.smallPartBytes] = length - 1
    for isWide in [false, true] {
      #expect(
        Self.failure(Self.archive().bytes(isWide: isWide), .fastest, limits)
          == .beyondLimit(nil, LimitExceeded(limit: .smallPartBytes, bound: length - 1)))
    }
  }

  @Test("an archive inside an old workbook's frame is none")
  func insideACompoundFile() {
    let frame: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let bytes = frame + [UInt8](repeating: 0, count: 1_528) + Self.archive().bytes()
    guard case .notAnArchive = Self.failure(bytes, .fastest) else {
      Issue.record("taken for an archive")
      return
    }
    guard case .notAnArchive = Self.failure(Array("PK is no archive".utf8), .fastest) else {
      Issue.record("taken for one that was cut off")
      return
    }
  }

  /// An archive with an entry of zeros that inflates a thousandfold.
  static func bomb(_ count: Int) -> [UInt8] {
    var zip = RawZip()
    let payload = RawZip.zeros(count)
    zip.add("bomb", [], .init(size: count, checksum: 0, payload: payload))
    return zip.bytes()
  }

  @Test("a bomb is refused after eight mebibytes", arguments: Inflation.allCases)
  func ratio(inflation: Inflation) {
    var limits = Limits.standard
    limits[.inflationRatio] = 100
    let error = ZipError.beyondLimit("bomb", LimitExceeded(limit: .inflationRatio, bound: 100))
    #expect(Self.failure(Self.bomb(9 << 20), inflation, limits) == error)
    #expect(Self.failure(Self.bomb(8 << 20), inflation, limits) == .wrongChecksum("bomb"))
  }

  @Test("the bytes of a part and of all parts are bounded", arguments: Inflation.allCases)
  func byteLimits(inflation: Inflation) throws {
    var limits = Limits.standard
    limits[.smallPartBytes] = 1000
    #expect(
      Self.failure(Self.bomb(1001), inflation, limits)
        == .beyondLimit("bomb", LimitExceeded(limit: .smallPartBytes, bound: 1000)))
    limits = .standard
    limits[.partBytes] = 1000
    var archive = try ZipArchive(bytes: Self.bomb(1001), limits: limits, inflation: inflation)
    let entry = try #require(archive.entries.first)
    #expect(
      throws: ZipError.beyondLimit("bomb", LimitExceeded(limit: .partBytes, bound: 1000))
    ) { _ = try archive.open(entry) }
    limits = .standard
    limits[.totalBytes] = 1000
    #expect(
      Self.failure(Self.bomb(1001), inflation, limits)
        == .beyondLimit("bomb", LimitExceeded(limit: .totalBytes, bound: 1000)))
  }

  @Test("a file that is no file is told")
  func paths() throws {
    #expect(throws: ZipError.cannotOpen(SystemFault(code: ENOENT))) {
      _ = try ZipArchive(path: "/nowhere/at/all")
    }
    #expect(throws: ZipError.cannotOpen(SystemFault(code: EISDIR))) {
      _ = try ZipArchive(path: "/")
    }
  }
}
