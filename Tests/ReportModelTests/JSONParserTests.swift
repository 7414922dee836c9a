import Diagnostics
import ReportModel
import Testing

@Suite("JSON texts, read") struct JSONParserTests {
  @Test("keeps the members' order and the numbers' text")
  func keepsOrder() throws {
    let value = try JSONParser.parse(Array(#"{"b": 1.50, "a": [true, null, "x\n"]} "#.utf8))
    #expect(
      value
        == .object([
          .init(name: "b", value: .number("1.50")),
          .init(name: "a", value: .array([.boolean(true), .null, .string("x\n")])),
        ]))
  }

  @Test(
    "reads escapes, surrogate pairs and a byte order mark",
    arguments: [
      (#""\u4e2d\uD83D\uDE00\/""#, "中😀/"), ("\u{FEFF}\"é\"", "é"),
      (#""\"\\\b\f\r\t""#, "\"\\\u{8}\u{C}\r\t"),
    ])
  func readsStrings(json: String, text: String) throws {
    #expect(try JSONParser.parse(Array(json.utf8)) == .string(text))
  }

  @Test(
    "refuses what is not JSON, and says where",
    arguments: [
      ("", "line 1, byte 1: the text ends too early"),
      ("{\n  \"a\": 1,\n  \"a\": 2}", "line 3, byte 3: member “a” occurs twice"),
      ("[1, 2,]", "line 1, byte 7: expected { [ \" 0-9 true false null"),
      ("[01]", "line 1, byte 2: a number is not written as JSON allows"),
      ("1 2", "line 1, byte 3: something follows the value"),
      (
        "\"\\ud800x\"",
        "line 1, byte 4: a string holds an unescaped control character or a wrong escape"
      ),
      ("{\"a\" 1}", "line 1, byte 6: expected :"),
      ("{\"a\": 1", "line 1, byte 8: the text ends too early"),
      (
        "\"a\nb\"",
        "line 1, byte 3: a string holds an unescaped control character or a wrong escape"
      ),
      ("nul", "line 1, byte 1: expected null"),
      (String(repeating: "[", count: 65), "line 1, byte 65: nested more than 64 levels deep"),
    ])
  func refuses(json: String, message: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(Array(json.utf8)) }
    #expect(error?.phrase.en == "is not valid JSON: " + message)
  }

  @Test("tells of the place in Chinese too")
  func reportsInChinese() {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONParser.parse([0x22, 0xFF, 0x22])
    }
    #expect(error?.phrase[.zh] == "不是有效的 JSON：第 1 行第 2 字节处编码不是 UTF-8")
  }
}
