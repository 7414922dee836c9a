import Diagnostics
import Testing
import XMLStreams

@Suite struct XMLPushParserTests {
  static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <x:a xmlns:x="urn:x" xmlns="urn:d" k="1 &amp; &#x4E2D;" x:k='2'>
      <!-- <b> --><b/>t&lt;<![CDATA[<&]]>&#20013;<?pi?>é</x:a>
    """

  @Test(arguments: [1, 3, 7, 64, Int.max])
  func `tells elements, attributes and text however the document is cut`(size: Int) throws {
    #expect(
      try events(of: Self.document, inPiecesOf: size) == [
        "<{urn:x}a k=1 & 中 {urn:x}k=2> 2", "\n  ", "<{urn:d}b> 3", "</{urn:d}b>", "t<<&中é",
        "</{urn:x}a>",
      ])
  }

  @Test(arguments: [
    ("UTF-8", [0xEF, 0xBB, 0xBF] as [UInt8]), ("UTF-16", [0xFF, 0xFE]), ("UTF-16", [0xFE, 0xFF]),
    ("UTF-16", []),
  ])
  func `reads UTF-8 and UTF-16 by their marks`(declared: String, mark: [UInt8]) throws {
    let text = "<?xml version=\"1.0\" encoding=\"\(declared)\"?><a>中𠀀</a>"
    let bytes: [UInt8] =
      switch mark.first {
      case 0xEF: Array(text.utf8)
      case 0xFE: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      }
    for size in [1, 5, Int.max] {
      #expect(try events(of: mark + bytes, inPiecesOf: size) == ["<a> 1", "中𠀀", "</a>"])
    }
  }

  /// Found by fuzzing: of such bytes libxml2 tells by its return value alone, and reads no further.
  @Test(arguments: [0, 10, 3_000, 50_000], [1, 2, 7, 4_000, Int.max])
  func `refuses bytes that the encoding does not have, wherever a piece ends`(
    length: Int, size: Int
  ) throws {
    let text = "<a>" + String(repeating: "中", count: length)
    let units = [0xFEFF] + Array(text.utf16) + [0xD800] + Array("x</a>".utf16)
    let bytes = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let error = #expect(throws: XMLError.self) { try events(of: bytes, inPiecesOf: size) }
    #expect(error?.reason == .encoding)
  }

  @Test func `reads an eight-bit encoding that the document declares`() throws {
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>caf".utf8) + [0xE9]
      + Array("</a>".utf8)
    #expect(try events(of: bytes) == ["<a> 1", "café", "</a>"])
  }

  @Test(
    arguments: [
      ("<!DOCTYPE a><a/>", .documentType, 1),
      ("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<a>&e;</a>", .documentType, 1),
      ("<a>\n&e;</a>", .undeclaredEntity, 2), ("", .empty, 1), ("  \n", .empty, 1),
      ("<a>\n<b>", .truncated, 2), ("<a>\n<b", .truncated, 2), ("<a></b>", .mismatchedTag, 1),
      ("<a/><b/>", .contentOutsideRoot, 1), ("<a/>junk", .contentOutsideRoot, 1),
      ("<a b=\"<\"/>", .markup, 1),
      ("<a b='1' b='2'/>", .duplicateAttribute, 1), ("<q:a/>", .namespace, 1),
      ("<a q:b='1'/>", .namespace, 1), ("<a>\u{1}</a>", .character, 1),
      ("<a>&#0;</a>", .character, 1),
      ("<a>&#xD800;</a>", .character, 1), ("<a>&#x110000;</a>", .character, 1),
      ("<a>a & b</a>", .reference, 1),
      ("<a><!-- -- --></a>", .section, 1), ("<a>]]></a>", .section, 1),
      ("<?xml version='1.0' encoding='x-klingon'?><a/>", .unknownEncoding, 1),
      ("<?xml encoding='UTF-8'?><a/>", .declaration, 1),
    ] as [(String, XMLError.Reason, Int)])
  func `refuses what is not XML`(text: String, reason: XMLError.Reason, line: Int) throws {
    for size in [1, Int.max] {
      let error = try #require(throws: XMLError.self) { try events(of: text, inPiecesOf: size) }
      #expect(error.reason == reason)
      #expect(error.position.line == line)
    }
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0xFA], [0xC0, 0xAF], [0xE4, 0xB8]] as [[UInt8]])
  func `refuses bytes that are no UTF-8`(bytes: [UInt8]) throws {
    let error = try #require(throws: XMLError.self) {
      try events(of: Array("<a>\npr".utf8) + bytes + Array("be</a>".utf8))
    }
    #expect(error == XMLError(.encoding, at: error.position))
    #expect(error.position.line == 2)
  }

  @Test func `what a handler throws ends the parse`() throws {
    struct Refusal: Error {}
    let log = EventLog()
    log.refused = ("c", Refusal())
    #expect(throws: Refusal.self) {
      try XMLPushParser.parse(Array("<a><b/><c/><d/></a>".utf8), handler: log)
    }
    #expect(log.lines == ["<a> 1", "<b> 1", "</b>"])
  }

  @Test func `keeps the limits of depth and tokens`() throws {
    var limits = Limits.standard
    limits[.elementDepth] = 3
    limits[.tokenBytes] = 100_000
    func parse(_ text: String) throws {
      try XMLPushParser.parse(Array(text.utf8), handler: EventLog(), limits: limits)
    }
    try parse("<a><b><c/></b></a>")
    let long = String(repeating: "x", count: 250_000)
    for (text, limit) in [
      ("<a><b><c><d/></c></b></a>", Limit.elementDepth), ("<a>\(long)</a>", .tokenBytes),
      ("<a b='\(long)'/>", .tokenBytes), ("<a><!--\(long)--></a>", .tokenBytes),
    ] {
      let error = try #require(throws: LimitExceeded.self) { try parse(text) }
      #expect(error == LimitExceeded(limit: limit, bound: limits[limit]))
    }
  }

  @Test(arguments: ["a%=''", "xmlns:p%='u'"])
  func `refuses a tag with thousands of attributes`(pattern: String) {
    for count in [2_000, 100_000] {
      let attributes = (0..<count).map { pattern.split(separator: "%").joined(separator: "\($0)") }
      #expect(throws: XMLError.self) {
        try events(of: "<a \(attributes.joined(separator: " "))/>")
      }
    }
  }

  @Test func `counts lines that others have read`() throws {
    var parser = try XMLPushParser(handler: EventLog())
    try parser.push(Array("<a>\n<b>".utf8))
    parser.skip(lines: 40)
    #expect(parser.position.line == 42)
  }

  @Test func `a message tells the line and the reason in both languages`() {
    let error = XMLError(.documentType, at: XMLPosition(line: 3, column: 1))
    #expect(error.phrase.zh == "第 3 行：含有文档类型声明（DOCTYPE），办公文档不允许，已拒绝读取")
    #expect(
      error.phrase.en
        == "line 3: has a document type declaration, which office documents must not have; refused")
  }
}
