import Diagnostics
import TestSupport
import Testing
import XMLStreams

/// What is written as usual is read without libxml2, and as libxml2 reads it.
@Suite struct DocumentScannerTests {
  /// Documents that the scanner reads whole.
  static let usual = [
    "<a/>", "<a></a>", "<a>\n</a>\n", "<a b='1' c=\"2\"/>", "<a\n b='1'\r\n\tc='2'\n/>",
    "<?xml version=\"1.0\"?><a/>", "<?xml version='1.0' encoding='utf-8'?>\r\n<a/>\r\n",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<a>é中𠀀</a>",
    "<a>x<b>y</b>z<b/></a>", "<a>&amp;&lt;&gt;&quot;&apos;&#20013;&#x4E2D;&#13;</a>",
    "<a b='&amp;&#10;x' c='' d='>'/>", "<a>one\r\ntwo</a>", "<a>]] > ]&gt;</a>",
    "\u{FEFF}<a/>", "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?><a/>",
    "<!-- before --><a>1<!-- - in 中 -->2</a><!-- behind -->",
    "<a xmlns='http://schemas.example.com/a' xmlns:r='urn:x:y'><r:b r:c='1' c='2'/></a>",
    "<a xmlns='http://a.example/'><b xmlns='http://b.example/'><c/></b><d/></a>",
    "<p:a xmlns:p='http://a.example/x'><p:b xmlns:p='http://b.example/x'/><p:c/></p:a>",
    "<a xml:space='preserve' xmlns:x14ac='http://schemas.example.com/x14ac' x14ac:d='1'> </a >",
  ]

  /// Documents that it leaves to libxml2 somewhere.
  static let unusual = [
    "", " ", "<", "<a", "<a>", "<a b", "<a b='", "<a b='1'", "<a><b></a>", "<a></a", "<a/><b/>",
    "x<a/>", "<a/>x", " <?xml version='1.0'?><a/>", "<?xml version='1.1'?><a/>",
    "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "<?xml version='1.0'encoding='UTF-8'?><a/>",
    "<a><![CDATA[x]]></a>", "<a>1<!-- x -->2<?pi?>3</a>", "<a><?pi x?></a>", "<!DOCTYPE a><a/>",
    "<a>&e;</a>", "<a>& </a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>]]></a>", "<a>x\ry</a>",
    "<a b = '1'/>", "<a b='1'c='2'/>", "<a b='<'/>", "<a b='x\ny'/>", "<a b='1' b='2'/>",
    "<é/>", "<a é='1'/>", "<a:b/>", "<a b:c='1'/>", "<:a/>", "<a:/>", "<a:b:c/>", "<1/>", "<-a/>",
    "<a xmlns:p=''/>", "<a xmlns=''/>", "<a xmlns:xml='http://a.example/'/>", "<xmlns:a/>",
    "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", "<a xmlns='not a uri'/>", "<xml:a/>",
    "<a xmlns='http://www.w3.org/XML/1998/namespace'/>", "<a xmlns='x' xmlns='y'/>",
    "<a xmlns:p='urn:x' xmlns:q='urn:x' p:b='1' q:b='2'/>", "<a><!-- -- --></a>", "<!-- <a/>",
    "<a><p:b xmlns:p='urn:x'/><p:c/></a>", "<a></a b>", "</a>", "<a/ >", "<a>\u{1}</a>",
    "<a>\u{FFFE}</a>", "<a b='\u{FFFF}'/>",
    "\u{FEFF}\u{FEFF}<a/>", "\u{FEFF} <?xml version='1.0'?><a/>",
    "   <?xml version='1.0'?><a/>",
    "<a/><?xml version='1.0'?>", "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a/>",
  ]

  @Test(arguments: usual)
  func `reads usual markup without libxml2, as libxml2 reads it`(text: String) throws {
    let bytes = Array(text.utf8)
    let expected = outcome(of: bytes, usesScanner: false)
    for size in [1, 2, 3, 7, Int.max] {
      #expect(outcome(of: bytes, inPiecesOf: size, usesScanner: true) == expected)
      #expect(try !needsLibrary(bytes, inPiecesOf: size))
    }
  }

  @Test(arguments: unusual)
  func `leaves all else to libxml2`(text: String) {
    let bytes = Array(text.utf8)
    let expected = outcome(of: bytes, usesScanner: false)
    for size in [1, 2, 3, 7, Int.max] {
      #expect(outcome(of: bytes, inPiecesOf: size, usesScanner: true) == expected)
    }
    #expect((try? needsLibrary(bytes)) != false)
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0xFA], [0xC0, 0xAF], [0xE4, 0xB8], [0xED, 0xA0, 0x80]] as [[UInt8]])
  func `leaves bytes that are no UTF-8 to libxml2`(bytes: [UInt8]) {
    for (front, end) in [("<a>\np", "</a>"), ("<a b='", "'/>"), ("<a><!--", "--></a>")] {
      let document = Array(front.utf8) + bytes + Array(end.utf8)
      #expect(outcome(of: document, usesScanner: true) == outcome(of: document, usesScanner: false))
    }
  }

  @Test func `reads damaged markup as libxml2 does`() {
    var random = SeededGenerator(seed: 1)
    let pieces = (Self.usual + Self.unusual).map { Array($0.utf8) }
    for _ in 0..<4_000 {
      var bytes = pieces.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...6, using: &random))
        let other = pieces.randomElement(using: &random) ?? []
        let start = Int.random(in: 0...other.count, using: &random)
        bytes.replaceSubrange(
          place..<end, with: other[start...].prefix(Int.random(in: 0...12, using: &random)))
      }
      let size = Int.random(in: 1...40, using: &random)
      let told = outcome(of: bytes, inPiecesOf: size, usesScanner: true)
      // Of several faults libxml2 names the first that it sees, which depends on where a piece ends.
      let possible = [size, .max].map { outcome(of: bytes, inPiecesOf: $0, usesScanner: false) }
      #expect(
        possible.contains(told), "\(String(decoding: bytes, as: UTF8.self)) in pieces of \(size)")
    }
  }

  @Test func `leaves what is deep, long or beyond narrow limits to libxml2`() throws {
    let deep = String(repeating: "<a>", count: 120) + String(repeating: "</a>", count: 120)
    let long = "<a>" + String(repeating: "<b>中</b>", count: 10_000) + "</a>"
    for text in [deep, long] {
      let bytes = Array(text.utf8)
      #expect(outcome(of: bytes, usesScanner: true) == outcome(of: bytes, usesScanner: false))
      #expect(try needsLibrary(bytes))
      #expect(
        outcome(of: bytes, inPiecesOf: 1_000, usesScanner: true)
          == outcome(of: bytes, usesScanner: false))
    }
    var limits = Limits.standard
    limits[.elementDepth] = 20
    let parser = try XMLPushParser(handler: EventLog(), limits: limits)
    let usesLibrary = parser.usesLibrary
    #expect(usesLibrary)
  }

  @Test func `lines that others have read count behind the hand-over too`() throws {
    let log = EventLog()
    var parser = try XMLPushParser(handler: log)
    try parser.push(Array("<a>\n<b>".utf8))
    parser.skip(lines: 40)
    try parser.push(Array("</b>\n<c/>".utf8))
    let usedLibrary = parser.usesLibrary
    #expect(!usedLibrary)
    try parser.push(Array("\n<?pi?><d/></a>".utf8))
    try parser.finish()
    let usesLibrary = parser.usesLibrary
    #expect(usesLibrary)
    #expect(
      log.lines == [
        "<a> 1", "\n", "<b> 2", "</b>", "\n", "<c> 43", "</c>", "\n", "<d> 44", "</d>", "</a>",
      ])
  }
}
