import Diagnostics
import Foundation
import TestSupport
import Testing
import ZipFiles

@Suite struct ZipEditorTests {
  let folder = try! TemporaryFolder()

  /// An archive with everything that an edit might lose.
  static func original(
    isWide: Bool = false, comment: [UInt8] = Array("a comment".utf8)
  ) -> [UInt8] {
    var zip = RawZip()
    zip.add("[Content_Types].xml", Array("<Types/>".utf8), .init(descriptor: true, isWide: isWide))
    zip.add("xl/", [], .init(method: 0, attributes: 0x10))
    zip.add(
      "xl/Workbook.xml", Array("<workbook/>".utf8),
      .init(
        flags: 6, time: (0, 0), localExtra: [0x20, 0xA2, 2, 0, 7, 7],
        extra: [0x55, 0x54, 1, 0, 3], attributes: 0o100600 << 16, comment: [0x21], isWide: isWide))
    zip.add("xl/media/表.png", [1, 2, 3], .init(method: 0, flags: 0x800, isWide: isWide))
    zip.add("last.xml", Array("<last/>".utf8), .init(descriptor: false, isWide: isWide))
    return zip.bytes(comment: comment, isWide: isWide)
  }

  func edited(
    _ original: [UInt8] = original(), _ edit: (inout ZipEditor) throws -> Void
  ) throws -> [UInt8] {
    var editor = try ZipEditor(bytes: original)
    try edit(&editor)
    try editor.save(to: folder.path("edited"))
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path("edited"))))
  }

  /// Name → content of all entries, in their order.
  func contents(_ bytes: [UInt8]) throws -> [String] {
    var archive = try ZipArchive(bytes: bytes)
    return try archive.entries.map {
      "\($0.name)=\(String(decoding: try archive.read($0), as: UTF8.self))"
    }
  }

  @Test("saving without an edit gives the same bytes", arguments: [false, true])
  func unchanged(isWide: Bool) throws {
    let original = Self.original(isWide: isWide) + Array("junk behind".utf8)
    #expect(try edited(original) { _ in } == original)
  }

  @Test(
    "a replaced entry keeps its place and its name, all others their bytes",
    arguments: [
      false, true,
    ])
  func replaces(isWide: Bool) throws {
    let original = Self.original(isWide: isWide)
    let new = try edited(original) { try $0.set("XL\\workbook.xml", Array("<new/>".utf8)) }
    #expect(
      try contents(new) == [
        "[Content_Types].xml=<Types/>", "xl/=", "xl/Workbook.xml=<new/>",
        "xl/media/表.png=\u{1}\u{2}\u{3}", "last.xml=<last/>",
      ])
    // All bytes in front of the entry, and all from the next one up to the directory.
    let start = try #require(original.firstRange(of: Array("xl/Workbook.xml".utf8))).lowerBound - 30
    #expect(new.prefix(start) == original.prefix(start))
    let next = try #require(original.firstRange(of: Array("xl/media".utf8))).lowerBound - 30
    let directory = try #require(original.firstRange(of: RawZip.number(0x0201_4B50, 4))).lowerBound
    #expect(new.firstRange(of: original[next..<directory]) != nil)
    // The first header of the directory, whose offset has not moved, and the comment.
    let header = original[directory..<directory + 46 + 19 + (isWide ? 28 : 0)]
    #expect(new.firstRange(of: header) != nil)
    #expect(new.suffix(9) == original.suffix(9))
  }

  @Test("setting an entry back gives the original headers again")
  func twice() throws {
    let once = try edited { try $0.set("last.xml", Array("<a/>".utf8)) }
    let back = try edited(once) { try $0.set("last.xml", Array("<last/>".utf8)) }
    let again = try edited(back) { try $0.set("last.xml", Array("<last/>".utf8)) }
    #expect(back == again)
  }

  @Test("entries are added, removed, and set more than once")
  func addsAndRemoves() throws {
    let new = try edited { editor in
      try editor.set("new.xml", Array("1".utf8))
      try editor.set("NEW.xml", Array("2".utf8))
      editor.remove("xl/media/表.png")
      editor.remove("not there")
      try editor.set("gone.xml", Array("3".utf8))
      editor.remove("GONE.xml")
      try editor.begin("long.xml")
      let piece = [UInt8](repeating: 0x61, count: 70_000)
      for _ in 0..<4 { try piece.withUnsafeBytes { try editor.write($0) } }
      try editor.end()
    }
    let all = try contents(new)
    #expect(
      all.dropLast() == [
        "[Content_Types].xml=<Types/>", "xl/=", "xl/Workbook.xml=<workbook/>", "last.xml=<last/>",
        "new.xml=2",
      ])
    #expect(all.last == "long.xml=" + String(repeating: "a", count: 280_000))
  }

  @Test("what stands in front of the first entry stays")
  func keepsPrefix() throws {
    var zip = RawZip()
    zip.add("a", [1], .init(offset: 9))
    zip.add("b", [2], .init(offset: 9 + zip.body.count))
    let original = Array("#!prefix\n".utf8) + zip.bytes(shift: 9)
    let new = try edited(original) { try $0.set("b", [3]) }
    #expect(new.starts(with: original.prefix(9 + zip.body.count / 2)))
    #expect(try contents(new) == ["a=\u{1}", "b=\u{3}"])
  }

  @Test("a file that cannot be written is told, and none is left")
  func unwritable() throws {
    #expect(throws: ZipError.cannotOpen(SystemFault(code: ENOENT))) {
      let editor = try ZipEditor(bytes: Self.original())
      try editor.save(to: folder.path("missing/edited"))
    }
  }
}
