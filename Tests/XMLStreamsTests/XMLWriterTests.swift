import Testing
import XMLStreams

@Suite struct XMLWriterTests {
  private func text(_ body: (inout XMLWriter) -> Void) throws -> String {
    var xml = XMLWriter()
    body(&xml)
    return String(decoding: try xml.finish(), as: UTF8.self)
  }

  @Test func `nests elements and closes empty ones at once`() throws {
    let written = try text { xml in
      xml.declaration()
      xml.start("a")
      xml.attribute("n", -12)
      xml.attribute("d", 0.25)
      xml.attribute("b", true)
      xml.start("b")
      xml.end()
      xml.element("c", "x")
      xml.end()
    }
    #expect(
      written == """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <a n="-12" d="0.25" b="1"><b/><c>x</c></a>
        """)
  }

  @Test(arguments: [
    ("a&b<c>\"d\"", "<e v=\"a&amp;b&lt;c&gt;&quot;d&quot;\">a&amp;b&lt;c&gt;\"d\"</e>"),
    ("\t\n\r", "<e v=\"&#9;&#10;&#13;\">\t\n&#13;</e>"),
    ("汉😀\u{1}\u{FFFF}", "<e v=\"汉😀\u{FFFD}\u{FFFD}\">汉😀\u{FFFD}\u{FFFD}</e>"),
    ("", "<e v=\"\"></e>"),
  ])
  func `escapes what markup or a parser would take`(value: String, expected: String) throws {
    let written = try text { xml in
      xml.start("e")
      xml.attribute("v", value)
      xml.text(value)
      xml.end()
    }
    #expect(written == expected)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (-17, "-17"), (0.1, "0.1"), (-0.25, "-0.25"),
      (12.3456, "12.3456"), (0.000_000_01, "0.00000001"), (1e15, "1000000000000000"),
      (1e16, "1e+16"),
      (123_456.789, "123456.789"),
      (999_999_999_999_999, "999999999999999"), (1.0 / 3, "0.3333333333333333"),
      (0.1 + 0.2, "0.30000000000000004"), (1e300, "1e+300"), (1e-9, "1e-09"),
      (.leastNonzeroMagnitude, "5e-324"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func `writes a number in its shortest form`(value: Double, expected: String) throws {
    #expect(try text { $0.append(value) } == expected)
  }

  @Test func `writes numbers that read back the same`() throws {
    var state: UInt64 = 88_172_645_463_325_252
    for round in 0..<20_000 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let value =
        switch round % 4 {
        case 0: Double(bitPattern: state)
        case 1: Double(Int64(bitPattern: state) >> 20) / 100
        case 2: Double(Int64(bitPattern: state) >> 34) / 10_000
        default: Double(Int64(bitPattern: state) >> 14)
        }
      guard value.isFinite else { continue }
      let written = try text { $0.append(value) }
      #expect(Double(written) == value, "\(written)")
      #expect(written.utf8.count <= value.description.utf8.count)
    }
  }

  @Test func `hands its bytes on in windows and keeps none`() throws {
    var pieces: [Int] = []
    var total: [UInt8] = []
    let line = String(repeating: "x", count: 1_000)
    var xml = XMLWriter { bytes in
      pieces.append(bytes.count)
      total += bytes
    }
    xml.start("a")
    for _ in 0..<200 { xml.text(line) }
    xml.text(String(repeating: "y", count: 200_000))
    xml.end()
    #expect(try xml.finish().isEmpty)
    #expect(pieces.allSatisfy { $0 <= 65_536 })
    let expected =
      "<a>" + String(repeating: "x", count: 200_000)
      + String(repeating: "y", count: 200_000) + "</a>"
    #expect(String(decoding: total, as: UTF8.self) == expected)
  }

  @Test func `keeps the first error of its sink`() throws {
    struct Full: Error {}
    var calls = 0
    var xml = XMLWriter { _ in
      calls += 1
      throw Full()
    }
    for _ in 0..<3 { xml.text(String(repeating: "x", count: 60_000)) }
    #expect(throws: Full.self) { try xml.check() }
    do {
      _ = try xml.finish()
      Issue.record("no error")
    } catch {
      #expect(error is Full)
    }
    #expect(calls == 1)
  }
}
