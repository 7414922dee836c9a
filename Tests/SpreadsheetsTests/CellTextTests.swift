import TestSupport
import Testing
import XMLStreams
import ZipFiles

@testable import Spreadsheets

/// Text with characters that XML cannot hold is escaped, and read back the same.
struct CellTextTests {
  static let escaped: [(text: String, written: String)] = [
    ("_x00FF_", "_x005F_x00FF_"), ("_x00ff_", "_x005F_x00ff_"), ("_xabcf_", "_x005F_xabcf_"),
    ("_xABCF_", "_x005F_xABCF_"), ("_x0189_", "_x005F_x0189_"), ("_X0041_", "_x005F_X0041_"),
    ("_x005F_", "_x005F_x005F_"), ("a_x0041_b", "a_x005F_x0041_b"),
    ("_x0041__x0042_", "_x005F_x0041__x005F_x0042_"), ("__x0041_", "__x005F_x0041_"),
    ("\u{0}", "_x0000_"), ("\u{1}a", "_x0001_a"), ("a\u{1F}", "a_x001F_"), ("\r", "_x000D_"),
    ("\u{B}\u{C}\u{E}", "_x000B__x000C__x000E_"), ("\u{FFFE}", "_xFFFE_"),
    ("字\u{FFFF}", "字_xFFFF_"),
  ]

  static let plain = [
    "", "a", "\t\n", " ", "!", "_", "_x", "_x0041", "_x004_", "_x00G1_", "_x00g1_", "_x00/1_",
    "_x00:1_",
    "_x00@1_", "_x00`1_", "_y0041_", "_x0041-", "x0041_", "_x 041_", "_x00字_", "字", "😀", "\u{FFFD}",
    "\u{FEFF}", "～", "\u{7F}", "\u{FF5E}_",
  ]

  /// What the writer of sheets makes of `text`.
  private func appended(_ text: String) throws -> String {
    var xml = XMLWriter()
    Array(text.utf8).withUnsafeBufferPointer { CellText.append($0, to: &xml) }
    return String(decoding: try xml.finish(), as: UTF8.self)
  }

  @Test(arguments: escaped)
  func escapes(text: String, written: String) throws {
    #expect(CellText.encoded(text) == written)
    #expect(try appended(text) == written)
    var bytes: [UInt8] = []
    Array(written.utf8).withUnsafeBufferPointer { EscapedText.append($0, to: &bytes) }
    #expect(String(decoding: bytes, as: UTF8.self) == text || text.hasPrefix("_X"))
  }

  @Test(arguments: plain)
  func keepsWhatNeedsNoEscape(text: String) throws {
    #expect(CellText.encoded(text) == text)
    #expect(try appended(text) == text)
    var bytes: [UInt8] = []
    Array(text.utf8).withUnsafeBufferPointer { EscapedText.append($0, to: &bytes) }
    #expect(bytes == Array(text.utf8))
  }

  @Test(arguments: [
    ("a&b", "a&amp;b"), ("<", "&lt;"), ("a>", "a&gt;"),
    ("<&>_x0041_", "&lt;&amp;&gt;_x005F_x0041_"),
  ])
  func escapesMarkup(text: String, written: String) throws {
    #expect(try appended(text) == written)
  }

  @Test func readsSurrogatesInPairsOnly() {
    for (written, text) in [
      ("_xD83D__xDE00_", "😀"), ("_xD83D_", "_xD83D_"), ("_xDE00_", "_xDE00_"),
      ("_xD83D__x0041_", "_xD83D_A"), ("_xD83D_a_xDE00_", "_xD83D_a_xDE00_"),
      ("_xDE00__xD83D_", "_xDE00__xD83D_"),
      ("a_x0042_c_x0044_", "aBcD"), ("_x0041", "_x0041"), ("x_x0041_", "xA"), ("_x00e9_", "é"),
    ] {
      var bytes: [UInt8] = []
      Array(written.utf8).withUnsafeBufferPointer { EscapedText.append($0, to: &bytes) }
      #expect(String(decoding: bytes, as: UTF8.self) == text, "\(written)")
    }
  }

  @Test(arguments: [
    (" a", true), ("a ", true), ("\na", true), ("a\t", true), ("a\nb", true), ("a b", false),
    ("ab", false),
    ("!a!", false), ("", false),
  ])
  func keepsWhiteSpaceAtTheEnds(text: String, isKept: Bool) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { CellText.needsPreserving($0) } == isKept)
  }

  @Test(
    "counts UTF-16 units, as the limit of a cell does",
    arguments: [
      (String(repeating: "a", count: 32_767), 32_767),
      (String(repeating: "a", count: 32_768), 32_768),
      (String(repeating: "字", count: 32_767), 32_767),
      (String(repeating: "字", count: 32_768), 32_768),
      (String(repeating: "😀", count: 16_384), 32_768),
      (String(repeating: "é", count: 20_000), 20_000),
    ])
  func countsUnits(text: String, count: Int) throws {
    #expect(Array(text.utf8).withUnsafeBufferPointer { CellText.unitCount($0) } == count)
    let folder = try TemporaryFolder()
    let writer = try WorkbookWriter(path: folder.path("a.xlsx"))
    let sheet = try writer.addSheet("表")
    let error = Result { try sheet.append(row: [.text(text)]) }
    if case .failure = error { #expect(count > 32_767) } else { #expect(count <= 32_767) }
  }

  @Test func writesAndReadsBackEveryText() throws {
    let folder = try TemporaryFolder()
    let writer = try WorkbookWriter(path: folder.path("a.xlsx"))
    let sheet = try writer.addSheet("表")
    let texts = Self.escaped.map(\.text).filter { !$0.hasPrefix("_X") } + Self.plain
    for text in texts { try sheet.append(row: [.text(text)]) }
    try writer.finish()
    let workbook = try Workbook(path: folder.path("a.xlsx"))
    let read = try workbook.allRows().map { $0.cells.first?.value }
    #expect(read == texts.map { .text($0) })
  }
}
