import Documents
import Testing

@Suite struct HTMLCharsetTests {
  @Test(
    "finds the encoding a page declares",
    arguments: [
      ("<meta charset=\"GBK\">", "gbk"),
      ("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset = gb2312'>", "gb2312"),
      ("<p>charset</p><meta charset=utf-8>", "utf-8"),
      ("<p>正文</p>", nil),
      ("charset=", nil),
      ("", nil),
    ] as [(String, String?)])
  func finds(page: String, name: String?) {
    #expect(HTMLCharset.declared(in: Array(page.utf8)) == name)
  }
}
