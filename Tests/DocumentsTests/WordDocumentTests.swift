import Diagnostics
import Documents
import OpenPackaging
import TestSupport
import Testing
import ZipFiles

@Suite struct WordDocumentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  private func read(
    _ body: String, namespace: String? = nil, limits: Limits = .standard, styles: String? = nil
  ) throws -> GridDocument {
    let path = folder.path("a.docx")
    let writer = try ZipWriter(path: path)
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    try writer.add(
      "[Content_Types].xml",
      Array(
        """
        <Types xmlns="\(types)"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="\(main)"/></Types>
        """.utf8))
    try writer.add(
      "_rels/.rels",
      Array(
        """
        <Relationships xmlns="\(relations)"><Relationship Id="r" Type="\(office)/officeDocument" Target="word/document.xml"/></Relationships>
        """.utf8))
    try writer.add(
      "word/document.xml",
      Array(
        """
        <w:document xmlns:w="\(namespace ?? word)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
        <w:body>\(body)</w:body></w:document>
        """.utf8))
    if let styles {
      try writer.add(
        "word/_rels/document.xml.rels",
        Array(
          """
          <Relationships xmlns="\(relations)"><Relationship Id="s" Type="\(office)/styles" Target="styles.xml"/></Relationships>
          """.utf8))
      try writer.add(
        "word/styles.xml",
        Array("<w:styles xmlns:w=\"\(namespace ?? word)\">\(styles)</w:styles>".utf8))
    }
    try writer.finish()
    return try WordDocument.read(OPCPackage(path: path, limits: limits))
  }

  /// A run with properties.
  private static func run(_ properties: String, _ text: String) -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t>\(text)</w:t></w:r>"
  }

  /// An equation.
  private static func math(_ content: String) -> String {
    let namespace = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return "<m:oMath xmlns:m=\"\(namespace)\">\(content)</m:oMath>"
  }

  private static let looks: [(runs: String, text: String, shown: ShownText?)] = [
    (run("<w:vertAlign w:val=\"superscript\"/>", "1"), "1", ShownText("", marks: ["1"])),
    (
      run("", "87") + run("<w:vertAlign w:val=\"subscript\"/>", "1"), "87",
      ShownText("87", marks: ["1"])
    ),
    (run("", "87") + run("<w:vertAlign w:val=\"baseline\"/>", "1"), "871", nil),
    (run("<w:strike/>", "85") + run("", "87"), "87", ShownText("87", struckOut: ["85"])),
    (run("<w:dstrike/>", "85") + run("", "87"), "87", ShownText("87", struckOut: ["85"])),
    (run("<w:strike w:val=\"0\"/>", "8") + run("", "7"), "87", nil),
    (run("<w:strike/>", "85"), "85", ShownText("", struckOut: ["85"])),
    (run("<w:vanish/>", "1") + run("", "87"), "87", ShownText("87", hidden: ["1"])),
    (run("<w:specVanish/>", "1") + run("", "87"), "87", ShownText("87", hidden: ["1"])),
    (run("<w:rStyle w:val=\"Note\"/>", "1") + run("", "87"), "87", ShownText("87", marks: ["1"])),
    (run("<w:rStyle w:val=\"Child\"/>", "1") + run("", "87"), "87", ShownText("87", marks: ["1"])),
    (
      "<w:pPr><w:pStyle w:val=\"Gone\"/><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("", "85"), "85",
      ShownText("", struckOut: ["85"])
    ),
    ("<w:pPr><w:rPr><w:strike/></w:rPr></w:pPr>" + run("", "87"), "87", nil),
    (
      "<w:r><w:ruby><w:rt>\(run("", "1"))</w:rt><w:rubyBase>\(run("", "87"))</w:rubyBase></w:ruby></w:r>",
      "87", ShownText("87", marks: ["1"])
    ),
    ("<w:bdo w:val=\"rtl\">\(run("", "78"))</w:bdo>", "\u{202E}78\u{202C}", nil),
    ("<w:del>\(run("", "85"))</w:del><w:ins>\(run("", "87"))</w:ins>", "87", nil),
    ("<w:r><w:t>87</w:t><w:ptab/><w:t>1</w:t></w:r>", "87 1", nil),
    (
      "<w:r><w:t>87</w:t><w:sym w:font=\"Wingdings\" w:char=\"F08C\"/></w:r>", "87",
      ShownText("87", marks: ["\u{FFFD}"])
    ),
    ("<w:r><w:t>8</w:t><w:sym w:font=\"Symbol\" w:char=\"F037\"/></w:r>", "8\u{FFFD}", nil),
    (
      run("", "87") + run("<w:position w:val=\"8\"/>", "1"), "87", ShownText("87", marks: ["1"])
    ),
    (run("", "8") + run("<w:position w:val=\"-2\"/>", "7"), "87", nil),
    (math("<m:r><m:t>87</m:t></m:r>"), "87", nil),
    (
      math(
        "<m:sSup><m:e><m:r><m:t>8</m:t></m:r></m:e><m:sup><m:r><m:t>7</m:t></m:r></m:sup></m:sSup>"),
      "87", ShownText("87", isUnclear: true)
    ),
    (
      run("", "87")
        + "<w:r><w:pict><w:txbxContent><w:p>\(run("", "12"))</w:p></w:txbxContent></w:pict></w:r>",
      "87\n12", ShownText("87\n12", isUnclear: true)
    ),
  ]

  @Test(arguments: looks.indices)
  func readsWhatIsShown(index: Int) throws {
    let look = Self.looks[index]
    let styles = """
      <w:style w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>\
      <w:style w:styleId="Child"><w:basedOn w:val="Note"/></w:style>\
      <w:style w:styleId="Gone"><w:basedOn w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>
      """
    let document = try read(
      "<w:tbl><w:tr><w:tc><w:p>\(look.runs)</w:p></w:tc></w:tr></w:tbl>", styles: styles)
    let cell = try #require(document.grids.first?[1, 1])
    #expect(cell.value == .text(look.text))
    #expect(cell.appearance == look.shown)
  }

  private func run(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(run(text))</w:tc>"
  }

  private func text(_ grid: Grid, _ row: Int, _ column: Int) -> String? {
    guard case .text(let text)? = grid[row, column]?.value else { return nil }
    return text
  }

  @Test(
    "reads both namespaces",
    arguments: [nil, "http://purl.oclc.org/ooxml/wordprocessingml/main"] as [String?])
  func readsMergedCells(namespace: String?) throws {
    let document = try read(
      "<w:tbl><w:tr>" + cell("a", "<w:vMerge w:val=\"restart\"/>")
        + cell("b", "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" + cell("", "<w:vMerge/>")
        + cell("c") + cell("d") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>"
        + cell("e") + "</w:tr></w:tbl>", namespace: namespace)
    let grid = try #require(document.grids.first)
    #expect(text(grid, 1, 1) == "a")
    #expect(text(grid, 1, 2) == "b")
    #expect(text(grid, 2, 2) == "c")
    #expect(text(grid, 2, 3) == "d")
    #expect(text(grid, 3, 2) == "e")
    #expect(grid.merges.count == 2)
    #expect(grid.merges.contains { $0.contains(GridReference(row: 2, column: 1)) })
  }

  @Test func acceptsTrackedChanges() throws {
    let document = try read(
      """
      <w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>8</w:delText></w:r></w:del>\
      <w:ins><w:r><w:t>9</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> 件</w:t></w:r>\
      <w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom></w:p>
      """)
    #expect(document.blocks == [.paragraph("收到9 件")])
  }

  @Test func leavesDeletedRowsAndCellsOut() throws {
    let document = try read(
      "<w:tbl><w:tr>" + cell("a") + cell("旧", "<w:cellDel/>") + cell("b")
        + "</w:tr><w:tr><w:trPr><w:ins/><w:del/></w:trPr>" + cell("删") + cell("删")
        + "</w:tr><w:tr><w:trPr><w:ins/></w:trPr>" + cell("c") + cell("d") + "</w:tr></w:tbl>")
    let grid = try #require(document.grids.first)
    #expect(grid.cells.map(\.value) == [.text("a"), .text("b"), .text("c"), .text("d")])
    #expect(text(grid, 1, 2) == "b")
    #expect(text(grid, 2, 1) == "c")
  }

  @Test func takesTheSpansAsTheyAreAfterAChange() throws {
    let old = "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge/></w:tcPr></w:tcPrChange>"
    let document = try read(
      "<w:tbl><w:tr>" + cell("a", old) + cell("b", "<w:gridSpan w:val=\"2\"/>" + old) + cell("c")
        + "</w:tr></w:tbl>")
    let grid = try #require(document.grids.first)
    #expect(text(grid, 1, 2) == "b")
    #expect(text(grid, 1, 4) == "c")
    #expect(
      grid.merges == [
        GridRange(GridReference(row: 1, column: 2), GridReference(row: 1, column: 3))
      ])
  }

  @Test(
    "refuses numbers of columns that no table has",
    arguments: [
      "<w:gridSpan w:val=\"9223372036854775807\"/>", "<w:gridSpan w:val=\"16385\"/>",
      "<w:gridSpan w:val=\"16384\"/>",
    ])
  func boundsSpans(properties: String) throws {
    let error = #expect(throws: OPCError.self) {
      _ = try read("<w:tbl><w:tr>" + cell("a") + cell("b", properties) + "</w:tr></w:tbl>")
    }
    #expect(error?.phrase.en.contains("the safety limit columns (at most 16384)") == true)
    #expect(error?.phrase.zh.contains("超出安全限制 columns（上限 16384）") == true)
  }

  @Test func readsAlternateContentOnce() throws {
    let document = try read(
      """
      <mc:AlternateContent><mc:Choice Requires="x">\(run("新"))</mc:Choice>\
      <mc:Fallback>\(run("旧"))</mc:Fallback></mc:AlternateContent>
      """)
    #expect(document.blocks == [.paragraph("旧")])
  }

  @Test func keepsParagraphsAndTablesInOrder() throws {
    let document = try read(
      run("一、总体情况") + "<w:p/><w:tbl><w:tr>" + cell("规章") + cell("0") + "</w:tr></w:tbl>"
        + run("六、其他"))
    #expect(
      document.blocks == [.paragraph("一、总体情况"), .table(index: 0), .paragraph("六、其他")])
  }

  @Test func refusesASpanThatNoTableHas() throws {
    let error = #expect(throws: OPCError.self) {
      _ = try read(
        "<w:tbl><w:tr>" + cell("a", "<w:gridSpan w:val=\"1000000000\"/>") + "</w:tr></w:tbl>")
    }
    #expect(
      error?.phrase.en
        == "/word/document.xml goes beyond the safety limit columns (at most 16384); if you trust the file, raise this limit"
    )
    #expect(
      error?.phrase.zh
        == "/word/document.xml 超出安全限制 columns（上限 16384）；确信文件无害时，可放宽此限制")
  }

  @Test func refusesNestingWithoutEnd() throws {
    let depth = 100_000
    let body =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: depth)
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: depth)
    let error = #expect(throws: OPCError.self) { _ = try read(body) }
    #expect(error?.phrase.en.contains("element-depth") == true)
  }

  @Test func refusesEntities() throws {
    let error = #expect(throws: OPCError.self) { _ = try read("<w:p>&nbsp;</w:p>") }
    #expect(error?.phrase.en.contains("/word/document.xml") == true)
  }
}
