import Grids
import PlainText
import Testing

@Suite struct TextDocumentTests {
  private func rows(_ text: String) throws -> [[String]] {
    let grid = try #require(TextDocument.read(text).grids.first)
    let cells = grid.cells
    return Dictionary(grouping: cells, by: \.reference.row).sorted { $0.key < $1.key }.map {
      $0.value.map { cell in
        guard case .text(let text) = cell.value else { return "?" }
        return "\(cell.reference.column):\(text)"
      }
    }
  }

  @Test(
    "splits a line into its fields",
    arguments: [
      ("规章 0 0 0", ["1:规章", "2:0", "3:0", "4:0"]),
      ("行政许可                      9487", ["1:行政许可", "2:9487"]),
      ("5.要求行政机关确认或重 新出具", ["1:5.要求行政机关确认或重 新出具"]),
      ("| 规章 | 22（其中修订 16 件） |  | 235 |", ["1:规章", "2:22（其中修订 16 件）", "3:", "4:235"]),
      ("三、本年度办理结果|(一)予以公开|0|0", ["1:三、本年度办理结果", "2:(一)予以公开", "3:0", "4:0"]),
      ("（六）其他处理\t0\t/", ["1:（六）其他处理", "2:0", "3:/"]),
      ("1 1 0 0 2", ["1:1", "2:1", "3:0", "4:0", "5:2"]),
      ("|---|:-:|", []),
      ("   -2-  ", []),
      ("第 3 页 共 9 页", []),
    ] as [(String, [String])])
  func splits(line: String, fields: [String]) throws {
    #expect(try rows(line).first ?? [] == fields)
  }

  @Test func keepsLineNumbersOverPageBreaks() throws {
    let grid = try #require(TextDocument.read("甲\r\n\u{0C}乙\n丙").grids.first)
    #expect(grid.cells.map(\.reference.row) == [1, 3, 4])
  }

  @Test func joinsTheLinesOfAParagraph() {
    let text = """
      一、总体情况

              今年来，在上级主管部门的指导下，推进了政务

      公开与网站建设相互促进、协调发展，发挥了积极作

      用。

              现将总体情况汇报如下。
      """
    #expect(
      TextDocument.read(text).blocks == [
        .paragraph("一、总体情况"),
        .paragraph("今年来，在上级主管部门的指导下，推进了政务公开与网站建设相互促进、协调发展，发挥了积极作用。"),
        .paragraph("现将总体情况汇报如下。"),
      ])
  }
}
