import Diagnostics
import Documents
import Testing
import XMLStreams

@Suite struct HTMLDocumentTests {
  private func read(_ page: String) throws -> GridDocument {
    try HTMLDocument.read(Array(page.utf8))
  }

  private func text(_ grid: Grid, _ row: Int, _ column: Int) -> String? {
    guard case .text(let text)? = grid[row, column]?.value else { return nil }
    return text
  }

  @Test func resolvesSpansAsBrowsersDo() throws {
    let document = try read(
      """
      <table><tr><td rowspan=2>a</td><td colspan="2">b</td></tr>
      <tr><td>c</td><td>d</td></tr><tr><td>e<td>f</table>
      """)
    let grid = try #require(document.grids.first)
    #expect(text(grid, 1, 1) == "a")
    #expect(text(grid, 1, 2) == "b")
    #expect(text(grid, 2, 1) == nil)
    #expect(text(grid, 2, 2) == "c")
    #expect(text(grid, 2, 3) == "d")
    #expect(text(grid, 3, 1) == "e")
    #expect(text(grid, 3, 2) == "f")
    #expect(
      grid.merges == [
        GridRange(GridReference(row: 1, column: 1), GridReference(row: 2, column: 1)),
        GridRange(GridReference(row: 1, column: 2), GridReference(row: 1, column: 3)),
      ])
  }

  @Test func leavesWhatIsStruckOutOfAParagraph() throws {
    let document = try read(
      "<p>某局<del>2018</del>2021年<s style='display:none'>报</s>年报</p><p><s>作废</s></p>")
    #expect(document.blocks == [.paragraph("某局2021年年报"), .paragraph("作废")])
  }

  @Test func joinsTheParagraphsOfACellByLineFeeds() throws {
    let document = try read("<table><td><p>三、本</p><p>年度&nbsp;办</p>理<br>结果</td></table>")
    #expect(text(try #require(document.grids.first), 1, 1) == "三、本\n年度 办\n理\n结果")
  }

  @Test func keepsTablesThatLayoutTablesHoldAndTheTextBesideThem() throws {
    let document = try read(
      """
      <table><tr><td>一、总体情况<p>正文。</p><table><tr><td>规章</td><td>0</td></tr></table>
      五、问题</td></tr></table>
      """)
    #expect(document.grids.count == 1)
    #expect(
      document.blocks == [
        .paragraph("一、总体情况"), .paragraph("正文。"), .table(index: 0), .paragraph("五、问题"),
      ])
  }

  @Test func leavesTheFrameOfThePageOut() throws {
    let document = try read(
      """
      <html><head><title> 某局2023年年报 </title><style>p{}</style></head><body>
      <div class=nav><ul><li>首页</li></ul></div>
      <div><div id=content><p>一、总体情况</p><table><tr><td>规章<td>0</table><p>六、其他</p></div></div>
      <div>版权所有</div><script>document.write("<table>")</script></body></html>
      """)
    #expect(
      document.blocks == [
        .paragraph("一、总体情况"), .table(index: 0), .paragraph("六、其他"),
      ])
    #expect(document.properties["title"] == "某局2023年年报")
  }

  @Test func readsTheBytesAsUTF8WhateverThePageDeclares() throws {
    let document = try read("<meta charset=gb2312><p>依申请公开</p>")
    #expect(document.blocks == [.paragraph("依申请公开")])
  }

  @Test(
    "clamps spans that no browser would take",
    arguments: [("1000000000", 1_000), ("0", 1), ("-3", 1), ("99999999999999999999", 1_000)])
  func clampsSpans(span: String, expected: Int) throws {
    let grid = try #require(
      try read("<table><tr><td colspan=\(span)>a<td>b</table>").grids.first)
    #expect(text(grid, 1, expected + 1) == "b")
  }

  @Test func refusesAPageThatIsNestedWithoutEnd() throws {
    let page = Array(String(repeating: "<div>", count: 100_000).utf8)
    let error = #expect(throws: LimitExceeded.self) { _ = try HTMLDocument.read(page) }
    #expect(error?.limit == .elementDepth)
  }

  @Test func refusesTablesInTablesWithoutEnd() throws {
    let page = Array(String(repeating: "<table><tr><td>", count: 100_000).utf8)
    let error = #expect(throws: LimitExceeded.self) { _ = try HTMLDocument.read(page) }
    #expect(error?.limit == .elementDepth)
  }

  @Test func boundsTheCellsOfATable() throws {
    let page = "<table>" + String(repeating: "<tr><td colspan=1000>a", count: 1_001)
    let error = #expect(throws: LimitExceeded.self) { _ = try read(page) }
    #expect(error?.limit == .tableCells)
  }

  @Test func boundsTheCellsThatARowReachesDownInto() throws {
    let page =
      "<table><tr>" + String(repeating: "<td rowspan=65534>a", count: 10_000)
      + String(repeating: "<tr><td>b", count: 100)
    let error = #expect(throws: LimitExceeded.self) { _ = try read(page) }
    #expect(error?.limit == .tableCells)
  }

  @Test(
    "refuses tags with more attributes than a page has",
    arguments: [
      (300, ""), (20_000, ""), (20_000, ">"),
      (5_000, " title='\(String(repeating: "x ", count: 9_000))'>"),
    ])
  func boundsAttributes(count: Int, end: String) throws {
    let attributes = (0..<count).map { "a\($0)=1" }.joined(separator: " ")
    let error = #expect(throws: XMLError.self) {
      _ = try read("<p>1</p><p \(attributes)\(end)>2</p>")
    }
    let reason = XMLError.Reason.tooManyAttributes
    #expect(error?.reason == reason)
    #expect(reason.phrase.zh == "一个标签的属性多得不合常理，已拒绝读取")
    #expect(reason.phrase.en == "one tag has far more attributes than a real page; refused")
  }

  @Test func takesAttributesOfManyWords() throws {
    let words = String(repeating: "x = y / ", count: 9_000)
    let document = try read("<p title=\"\(words)\" lang='zh'>依申请公开</p>")
    #expect(document.blocks == [.paragraph("依申请公开")])
  }

  @Test func refusesATagThatIsTooLong() throws {
    var limits = Limits.standard
    limits[.tokenBytes] = 100_000
    let page = "<p title=\"" + String(repeating: "x", count: 300_000) + "\">1</p>"
    let error = #expect(throws: LimitExceeded.self) {
      _ = try HTMLDocument.read(Array(page.utf8), limits: limits)
    }
    #expect(error?.limit == .tokenBytes)
  }

  @Test func takesACellPastThoseThatReachDown() throws {
    let document = try read(
      "<table><tr><td rowspan=3>a<td>b<td rowspan=2>c<tr><td>d<td>e<tr><td>f<td>g<tr><td>h</table>")
    let grid = try #require(document.grids.first)
    #expect(text(grid, 2, 2) == "d")
    #expect(text(grid, 2, 4) == "e")
    #expect(text(grid, 3, 2) == "f")
    #expect(text(grid, 3, 3) == "g")
    #expect(text(grid, 4, 1) == "h")
  }

  @Test(arguments: ["", "<", "<table", "</table></td></tr>", "\u{0}", "<td>a</td>", "&#0;&bogus;"])
  func takesAnyBytesForAPage(page: String) throws {
    _ = try read(page)
  }
}
