import DelimitedText
import Diagnostics
import TestSupport
import Testing

@Suite struct TextDecoderTests {
  static func utf16(_ text: String, littleEndian: Bool = true) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return littleEndian ? bytes : bytes.reversed()
    }
  }

  /// 中文,1 in GBK.
  static let gbk: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4, 0x2C, 0x31]

  @Test(
    arguments: [
      ("ASCII", Array("a,b".utf8), "UTF-8", "a,b"),
      ("UTF-8", Array("中文,1".utf8), "UTF-8", "中文,1"),
      ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array("中文".utf8), "UTF-8", "中文"),
      ("only a mark", [0xEF, 0xBB, 0xBF], "UTF-8", ""),
      ("nothing", [], "UTF-8", ""),
      ("UTF-16LE with a mark", [0xFF, 0xFE] + utf16("中文,1\r\n"), "UTF-16LE", "中文,1\r\n"),
      (
        "UTF-16BE with a mark", [0xFE, 0xFF] + utf16("中文,1\r\n", littleEndian: false), "UTF-16BE",
        "中文,1\r\n"
      ),
      ("UTF-16LE", utf16("项目,数量\r\n收到申请,9\r\n"), "UTF-16LE", "项目,数量\r\n收到申请,9\r\n"),
      (
        "UTF-16BE", utf16("项目\t数量\n😀\n", littleEndian: false), "UTF-16BE", "项目\t数量\n😀\n"
      ),
      ("GBK", gbk, "GB18030", "中文,1"),
      (
        "GBK behind much ASCII", Array(repeating: 0x61, count: 200_000) + gbk, "GB18030",
        String(repeating: "a", count: 200_000) + "中文,1"
      ),
      ("GB18030, four bytes", [0x95, 0x32, 0x82, 0x36], "GB18030", "𠀀"),
      ("GB18030 with a mark", [0x84, 0x31, 0x95, 0x33] + gbk, "GB18030", "中文,1"),
      ("a stray NUL is no UTF-16", Array("a,b\r\n1,x\0y\r\n".utf8), "UTF-8", "a,b\r\n1,x\0y\r\n"),
    ] as [(String, [UInt8], String, String)])
  func detects(_ label: String, _ bytes: [UInt8], _ encoding: String, _ text: String) throws {
    let decoded = try TextDecoder.text(of: bytes)
    #expect(decoded.text == text)
    #expect(decoded.encoding.name == encoding)
  }

  @Test(
    arguments: [
      ("gbk", gbk, "中文,1"), ("GB2312", gbk, "中文,1"), ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
      ("shift_jis", [0x93, 0xFA], "日"), ("windows-1252", [0x80, 0xE9], "€é"),
      ("utf-16", utf16("a"), "a"), ("utf16be", utf16("a", littleEndian: false), "a"),
      ("utf-8", Array("é".utf8), "é"),
      ("gbk", [0xEF, 0xBB, 0xBF, 0x61], "a"),
    ] as [(String, [UInt8], String)])
  func takesTheEncodingThatIsNamed(_ name: String, _ bytes: [UInt8], _ text: String) throws {
    #expect(try TextDecoder.text(of: bytes, encoding: TextEncoding(named: name)).text == text)
  }

  @Test func decodesAcrossWindows() throws {
    let text = String(repeating: "中a文😀", count: 60_000)
    for littleEndian in [true, false] {
      let bytes =
        [0x61, 0x00].reversed(!littleEndian) + Self.utf16(text, littleEndian: littleEndian)
      let name = littleEndian ? "UTF-16LE" : "UTF-16BE"
      #expect(
        try TextDecoder.text(of: bytes, encoding: TextEncoding(named: name)).text == "a" + text)
    }
    #expect(try TextDecoder.text(of: Array(("a" + text).utf8)).text == "a" + text)
  }

  @Test(
    arguments: [
      ("a stray byte", "", Array("ab".utf8) + [0xFF], TextEncodingError.undetected(byteOffset: 2)),
      ("a surrogate", "utf-8", [0x61, 0xED, 0xA0, 0x80], .undecodable(.utf8, byteOffset: 1)),
      ("an overlong form", "utf-8", [0xC0, 0x80], .undecodable(.utf8, byteOffset: 0)),
      ("a cut sequence", "utf-8", [0x61, 0xE4, 0xB8, 0x61], .undecodable(.utf8, byteOffset: 1)),
      ("a cut end", "utf-8", [0x61, 0xE4, 0xB8], .truncated(.utf8, byteOffset: 1)),
      ("above U+10FFFF", "utf-8", [0xF4, 0x90, 0x80, 0x80], .undecodable(.utf8, byteOffset: 0)),
      (
        "damaged UTF-8 is not GB18030", "", Array("项目数量合计项目数量合计".utf8) + [0xE4, 0x2C, 0x31],
        .undecodable(.utf8, byteOffset: 36)
      ),
      (
        "half a unit", "", [0xFF, 0xFE, 0x61, 0x00, 0x78],
        .truncated(.utf16LittleEndian, byteOffset: 4)
      ),
      (
        "a lone surrogate", "", [0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00],
        .undecodable(.utf16LittleEndian, byteOffset: 4)
      ),
      ("a cut GBK character", "gb18030", [0x61, 0xD6], .truncated(.gb18030, byteOffset: 1)),
      (
        "a cut GB18030 character", "gb18030", [0x61, 0x81, 0x30, 0x81, 0x0D, 0x0A],
        .undecodable(.gb18030, byteOffset: 1)
      ),
    ] as [(String, String, [UInt8], TextEncodingError)])
  func stopsAtTheByteAtFault(
    _ label: String, _ name: String, _ bytes: [UInt8], _ expected: TextEncodingError
  ) throws {
    let encoding = name.isEmpty ? nil : try TextEncoding(named: name)
    #expect(throws: expected) { try TextDecoder.text(of: bytes, encoding: encoding) }
  }

  @Test func reportsTheByteAcrossWindows() throws {
    let good = Array(String(repeating: "中", count: 100_001).utf8)
    #expect(throws: TextEncodingError.undecodable(.utf8, byteOffset: good.count)) {
      try TextDecoder.text(of: good + [0xFF])
    }
    let units = Self.utf16(String(repeating: "中", count: 100_001))
    #expect(throws: TextEncodingError.truncated(.utf16LittleEndian, byteOffset: units.count)) {
      try TextDecoder.text(of: units + [0x61], encoding: .utf16LittleEndian)
    }
  }

  @Test(arguments: ["klingon", "", "UTF-8//IGNORE", "UTF-8//TRANSLIT", "../x", "utf 8"])
  func refusesNamesThatNothingHas(_ name: String) {
    #expect(throws: TextEncodingError.unknown(name: name)) { try TextEncoding(named: name) }
  }

  @Test(
    arguments: [
      (
        TextEncodingError.unknown(name: "x"),
        """
        不认识编码 x；可用的有：UTF-8 UTF-16 UTF-16LE UTF-16BE GB18030 GBK GB2312 BIG5 BIG5-HKSCS \
        SHIFT_JIS EUC-JP EUC-KR ISO-8859-1 WINDOWS-1252
        """,
        """
        the encoding x is not known; known are: UTF-8 UTF-16 UTF-16LE UTF-16BE GB18030 GBK GB2312 \
        BIG5 BIG5-HKSCS SHIFT_JIS EUC-JP EUC-KR ISO-8859-1 WINDOWS-1252
        """
      ),
      (
        .undecodable(.gb18030, byteOffset: 7),
        "第 7 字节处不是有效的 GB18030 文字；请用 --encoding 指明文件的编码，或检查文件是否损坏",
        """
        byte 7 is not GB18030 text; name the file's encoding with --encoding, \
        or see whether the file is damaged
        """
      ),
      (
        .truncated(.utf8, byteOffset: 7), "文件在第 7 字节处的 UTF-8 字符中间断开；请检查文件是否被截断",
        "the file ends inside the UTF-8 character at byte 7; see whether it was cut off"
      ),
      (
        .undetected(byteOffset: 7), "第 7 字节处既不是 UTF-8 也不是 GB18030 文字；请用 --encoding 指明文件的编码",
        "byte 7 is neither UTF-8 nor GB18030 text; name the file's encoding with --encoding"
      ),
      (
        .unencodable("é", .gb18030, row: 2, column: 3),
        "第 2 行第 3 列的字符 U+00E9 无法写成 GB18030；请改用 UTF-8 输出",
        "row 2, column 3: the character U+00E9 does not exist in GB18030; write UTF-8 instead"
      ),
    ] as [(TextEncodingError, String, String)])
  func saysWhatAndWhere(_ error: TextEncodingError, _ zh: String, _ en: String) {
    #expect(error.phrase[.zh] == zh)
    #expect(error.phrase[.en] == en)
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    #expect(throws: ByteSourceError.isFolder) { _ = try ByteSource(path: "/") }
    #expect(throws: ByteSourceError.cannotOpen(SystemFault(code: 2))) {
      _ = try ByteSource(path: "/no/such/file")
    }
    let fault = SystemFault(code: 2)
    for (error, zh, en) in [
      (
        ByteSourceError.isFolder, "这是一个文件夹，而不是文件；请给出文件夹里的文件",
        "is a folder, not a file; name the files in it"
      ),
      (.cannotOpen(fault), "无法打开：文件或文件夹不存在", "cannot be opened: no such file or folder"),
      (.cannotRead(fault), "读取中途失败：文件或文件夹不存在", "reading failed part-way: no such file or folder"),
    ] {
      #expect(error.phrase[.zh] == zh)
      #expect(error.phrase[.en] == en)
    }
  }

  @Test func looksAheadWithoutTaking() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("abc,d".utf8), to: "a.csv")
    var source = try ByteSource(path: path)
    #expect(try source.peek(3) == Array("abc".utf8))
    #expect(try source.peek(100) == Array("abc,d".utf8))
    var reader = try DelimitedReader(source)
    while try reader.next() { #expect(reader.texts == ["abc", "d"]) }
    var memory = ByteSource(bytes: [1, 2, 3])
    #expect(try memory.peek(2) == [1, 2])
  }
}

extension [UInt8] {
  fileprivate func reversed(_ condition: Bool) -> [UInt8] { condition ? self.reversed() : self }
}
