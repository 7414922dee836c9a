import ReportModel
import Testing

@Suite("JSON texts, written") struct JSONWriterTests {
  @Test(
    "escapes what JSON demands and what could act on a terminal",
    arguments: [
      ("中文 😀", "\"中文 😀\""), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{1B}", #""\n\r\t\u001b""#),
      ("\u{202E}x\u{85}\u{7F}\u{61C}", #""\u202ex\u0085\u007f\u061c""#), ("—…é", "\"—…é\""),
      ("\u{AD}\u{2060}\u{FEFF}，\u{180E}\u{FFF9}", #""\u00ad\u2060\ufeff，\u180e\ufff9""#),
      ("a\u{180E}", #""a\u180e""#),
      (
        "a\u{E0041}\u{E0001}，\u{1820}\u{FFFD}", "\"a\\udb40\\udc41\\udb40\\udc01，\u{1820}\u{FFFD}\""
      ),
    ])
  func escapes(text: String, json: String) throws {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.text == json)
    #expect(try JSONParser.parse(writer.bytes) == .string(text))
  }
}
