import Documents
import Testing

/// What a page shows of a cell decides what is read, not which characters are in its source.
@Suite struct ShownTextTests {
  /// A cell's content, and what is to be made of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let html: String
    var style = ""
    var text = ""
    var marks: [String] = []
    var struckOut: [String] = []
    var hidden: [String] = []
    var isUnclear = false
    var testDescription: String { style + html }

    /// Whether there is more to say than the text.
    var isPlain: Bool { marks.isEmpty && struckOut.isEmpty && hidden.isEmpty && !isUnclear }
  }

  private func cell(_ test: Case) throws -> GridCell? {
    let page = """
      <html><head><style>\(test.style)</style></head><body><table>\
      <tr><td>项目</td><td>数量</td></tr><tr><td>收到</td><td>\(test.html)</td></tr>\
      </table></body></html>
      """
    let grid = try #require(HTMLDocument.read(Array(page.utf8)).grids.first)
    #expect(grid[1, 2]?.value == .text("数量"))
    return grid[2, 2]
  }

  @Test(arguments: [
    // Beside the text.
    Case(html: "87<sup>1</sup>", text: "87", marks: ["1"]),
    Case(html: "87<sub>注1</sub>件", text: "87件", marks: ["注1"]),
    Case(html: "<sup>1</sup>87", text: "87", marks: ["1"]),
    Case(html: #"87<span style="vertical-align: super">1</span>"#, text: "87", marks: ["1"]),
    Case(html: #"87<i class="n">1</i>"#, style: ".n{vertical-align:sub}", text: "87", marks: ["1"]),
    Case(html: "<ruby>87<rp>(</rp><rt>八十七</rt><rp>)</rp></ruby>", text: "87", marks: ["八十七"]),
    Case(html: "87<button>复制</button>", text: "87"),
    Case(html: "87<button>2</button>", text: "87", marks: ["2"]),
    Case(html: "<button>87</button>", text: "87"),
    // Struck out.
    Case(html: "<del>85</del>87", text: "87", struckOut: ["85"]),
    Case(html: "<s>85</s> 87", text: "87", struckOut: ["85"]),
    Case(html: "<strike>8<b>5</b></strike>87", text: "87", struckOut: ["85"]),
    Case(
      html: #"<span style="TEXT-DECORATION: underline line-through">85</span>87"#, text: "87",
      struckOut: ["85"]),
    Case(
      html: #"<p class=x>85</p>87"#, style: "p.x{text-decoration-line:line-through}",
      text: "87", struckOut: ["85"]),
    Case(html: "<del>85</del>", text: "85", struckOut: ["85"]),
    Case(html: "<del>8</del><ins>87</ins>", text: "87", struckOut: ["8"]),
    // Not shown.
    Case(html: #"87<span style="display:none">1</span>"#, text: "87", hidden: ["1"]),
    Case(html: #"87<span hidden>1</span>"#, text: "87", hidden: ["1"]),
    Case(html: #"<span style="visibility: hidden">87</span>"#, hidden: ["87"]),
    Case(html: #"<span style="visibility:collapse">87</span>"#, hidden: ["87"]),
    Case(html: #"<span style="font-size:0px">1</span>87"#, text: "87", hidden: ["1"]),
    Case(html: #"<font style="color:transparent">1</font>87"#, text: "87", hidden: ["1"]),
    Case(html: "<details><summary>87</summary>1</details>", text: "87", hidden: ["1"]),
    Case(html: "<template>1</template>87", text: "87", hidden: ["1"]),
    Case(html: "<noscript>1</noscript>87", text: "87", hidden: ["1"]),
    Case(html: "<object>1</object>87", text: "87", hidden: ["1"]),
    Case(html: "<script>var a=1</script>87", text: "87", hidden: ["var a=1"]),
    Case(
      html: #"<b class="a h">1</b>87"#, style: "/* x */ b.h, .q { display : none }", text: "87",
      hidden: ["1"]),
    Case(
      html: #"<b id=h>1</b>87"#, style: "td #h{display:none!important}", text: "87", hidden: ["1"]),
    // Shown after all.
    Case(
      html: #"<p style="visibility:hidden">1<b style="visibility:visible">87</b></p>"#,
      text: "87", hidden: ["1"]),
    Case(html: "<details open>87</details>", text: "87"),
    Case(html: #"<b class=h>87</b>"#, style: "@media print{.h{display:none}}", text: "87"),
    Case(html: #"<b class=h>87</b>"#, style: ".h{display:none} .h{display:inline}", text: "87"),
    Case(html: #"<b class=h>87</b>"#, style: "b.h{display:inline} .h{display:none}", text: "87"),
    Case(html: #"<b class=h>87</b>"#, style: ".h:hover, .h > i, div .h{display:none}", text: "87"),
    Case(html: #"<b style="font-size:0.9em;opacity:1;text-decoration:none">87</b>"#, text: "87"),
    // Controls show what is chosen or typed in.
    Case(html: "<select><option>9<option selected>87<option>5</select>", text: "87"),
    Case(html: "<select><option>87</option><option>5</option></select>", text: "87"),
    Case(html: "<textarea>87</textarea>", text: "87"),
    Case(html: #"<input value="87">"#, text: "87"),
    Case(html: #"<input type=hidden value="1">87<input type=checkbox value=2>"#, text: "87"),
    Case(
      html: "<select multiple><option>8<option>7</select>", text: "8 7", isUnclear: true),
    // Drawings and formulas.
    Case(html: "<svg><title>1</title><text>87</text></svg>", text: "87", hidden: ["1"]),
    Case(html: "<math><mn>87</mn></math>", text: "87"),
    Case(html: "<math><msup><mn>8</mn><mn>7</mn></msup></math>", text: "87", isUnclear: true),
    // Off the page, and side by side.
    Case(
      html: #"<span style="position:absolute;left:-9999px">1</span>87"#, text: "87", hidden: ["1"]),
    Case(html: #"<i style="clip:rect(0 0 0 0)">1</i>87"#, text: "87", hidden: ["1"]),
    Case(html: #"<i style="margin-left:-2px">8</i>7"#, text: "87"),
    Case(html: #"<p style="text-indent:-21.25pt;margin-left:-10.5pt">87</p>"#, text: "87"),
    Case(html: #"<i style="text-indent:-999em">1</i>87"#, text: "87", hidden: ["1"]),
    Case(html: #"<i style="left:-99999999999999999999px">1</i>87"#, text: "87", hidden: ["1"]),
    Case(html: #"<b style="display:block">8</b><b>7</b>"#, text: "8\n7"),
    Case(html: #"<b style="float:left">8</b><b>7</b>"#, text: "8 7"),
    Case(html: #"<b class=w>8</b>7"#, style: ".w{display:inline-block;width:4em}", text: "8 7"),
    Case(html: #"<b style="margin-right:2em">8</b>7"#, text: "8 7"),
    Case(html: #"<b style="margin-right:0;display:inline">8</b>7"#, text: "87"),
    // Reverse order is left to whoever reads the text.
    Case(html: "<bdo dir=rtl>78</bdo>", text: "\u{202E}78\u{202C}"),
    Case(
      html: #"<b style="direction:rtl;unicode-bidi:bidi-override">78</b>"#,
      text: "\u{202E}78\u{202C}"),
    Case(html: "<p dir=rtl>87</p>", text: "87"),
  ])
  func `reads what is shown`(test: Case) throws {
    let cell = try #require(try cell(test))
    #expect(cell.value == .text(test.text))
    #expect(
      (cell.appearance?.text ?? test.text) == (test.struckOut == [test.text] ? "" : test.text))
    #expect(cell.appearance?.marks ?? [] == test.marks)
    #expect(cell.appearance?.struckOut ?? [] == test.struckOut)
    #expect(cell.appearance?.hidden ?? [] == test.hidden)
    #expect(cell.appearance?.isUnclear ?? false == test.isUnclear)
  }

  @Test func `rows and cells that are not displayed take no place`() throws {
    let page = """
      <table><tr style="display:none"><td>旧<td>1</tr><tr><td>甲<td hidden>1</td><td>2</td></tr>\
      </table><table style="display:none"><tr><td>3</td></tr></table>
      """
    let document = try HTMLDocument.read(Array(page.utf8))
    #expect(document.grids.count == 1)
    #expect(document.grids.first?.cells.map(\.value) == [.text("甲"), .text("2")])
    #expect(document.grids.first?[1, 2]?.value == .text("2"))
  }

  @Test func `prose keeps its superscripts and loses what is hidden`() throws {
    let page = "<p>面积 12 m<sup>2</sup>，<span hidden>内部</span>共 3 处<sup>注</sup></p>"
    let document = try HTMLDocument.read(Array(page.utf8))
    #expect(document.blocks == [.paragraph("面积 12 m²，共 3 处注")])
  }
}
