import Documents
import TestSupport
import Testing

/// What a file is, is told by its bytes; its name decides only where bytes cannot.
struct RecognitionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let kind: SubmissionKind

    init(_ name: String, _ text: String, _ kind: SubmissionKind) {
      self.init(name, bytes: Array(text.utf8), kind)
    }

    init(_ name: String, bytes: [UInt8], _ kind: SubmissionKind) {
      self.name = name
      self.bytes = bytes
      self.kind = kind
    }

    var testDescription: String { "\(name) \(kind)" }
  }

  static let page = "<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>"
  static let commas = "a,b\n1,2\n3,4\n"

  static let texts = [
    Case("a.csv", commas, .delimitedText),
    Case("a.TSV", "a\tb\n1\t2\n", .delimitedText),
    Case("a.csv", "one column\nonly\n", .delimitedText),
    Case("-", commas, .delimitedText),
    Case("-", "\u{FEFF}" + commas, .delimitedText),
    Case("-", "\u{FEFF}" + page, .webPage),
    Case("-", "\u{FEFF}A report\nof two lines\n", .plainText),
    Case("a.xlsx", "\u{FEFF}" + page, .foreign(.misnamed(.webPage))),
    Case("-", "a\tb\n1\t2\n", .delimitedText),
    Case("a.txt", "A report\nof two lines\n", .plainText),
    Case("a.txt", "收到 1,234 件\n办结 1,230 件\n", .plainText),
    Case("unicode text of Excel.txt", "a\tb\n1\t2\n", .delimitedText),
    Case("a.htm", page, .webPage),
    Case("a.html", "just words", .webPage),
    Case("a.csv", page, .webPage),
    Case("a.xls", page, .webPage),
    Case("-", page, .webPage),
    Case("a.xls", "a\tb\n1\t2\n", .delimitedText),
    Case("a.json", "{}", .json),
    Case("-", "\n {\"form\":1}", .json),
    Case("a.xlsx", page, .foreign(.misnamed(.webPage))),
    Case("a.xlsx", commas, .foreign(.misnamed(.text))),
    Case("a.docx", commas, .foreign(.misnamed(.text))),
    Case("a.xml", "<?xml version=\"1.0\"?><a/>", .foreign(.xml)),
    Case(
      "a.xls",
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      .foreign(.spreadsheetML2003)),
    Case("a.rtf", "{\\rtf1 text}", .foreign(.richText)),
    Case("a.pdf", "%PDF-1.7\n", .foreign(.pdf)),
    Case("a.xlsx", "%PDF-1.7\n", .foreign(.pdf)),
    Case("a.xlsx", "", .foreign(.empty)),
    Case("a.csv", "", .foreign(.empty)),
  ]

  static let binaries = [
    Case("a.csv", bytes: [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0], .delimitedText),
    Case("a.txt", bytes: [0xFF, 0xFE, 0x61, 0, 0x09, 0, 0x62, 0, 0x0A, 0], .delimitedText),
    Case("a.csv", bytes: [0xD6, 0xD0, 0x2C, 0xCE, 0xC4, 0x0A], .delimitedText),
    Case(
      "a.xlsx", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .foreign(.image("PNG"))),
    Case("a.xlsx", bytes: [0x1F, 0x8B, 0x08, 0, 0], .foreign(.archive("gzip"))),
    Case("a.xlsx", bytes: [UInt8](repeating: 0, count: 64), .foreign(.zeros)),
    Case("a.xlsx", bytes: [1, 2, 3, 4, 5], .foreign(.unknown)),
    Case(
      "a.doc", bytes: [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600),
      .foreign(.legacyDocument)),
    Case(
      "a.et", bytes: [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600),
      .foreign(.legacyWorkbook)),
  ]

  @Test("is the same in memory and in a file", arguments: texts + binaries)
  func recognises(_ example: Case) throws {
    let file = Input(name: example.name, bytes: example.bytes)
    #expect(try SubmissionKind(of: file) == example.kind)
    guard example.name != "-" else { return }
    let folder = try TemporaryFolder()
    let path = try folder.write(example.bytes, to: example.name)
    #expect(try SubmissionKind(of: Input(path: path)) == example.kind)
  }

  @Test(
    "takes the ending of a name and nothing else for its extension",
    arguments: [
      ("a.csv", "csv"), ("A.XLSX", "xlsx"), ("/x.y/name", ""), ("/x/.hidden", ""),
      ("a.b.tsv", "tsv"),
      ("name.", ""), ("", ""),
    ])
  func takesTheExtension(name: String, expected: String) {
    #expect(Input(name: name, bytes: []).nameExtension == expected)
  }
}
