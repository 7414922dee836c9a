import Diagnostics
import Documents
import Testing

@Suite struct TextDocumentTests {
  private func rows(_ text: String) throws -> [[String]] {
    let grid = try #require(try TextDocument.read(text).grids.first)
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
      ("行政许可 6 减3 3", ["1:行政许可", "2:6", "3:减3", "4:3"]),
      ("政府集中采购 4 0.37万元", ["1:政府集中采购", "2:4", "3:0.37万元"]),
      ("规章 不适用 N/A --", ["1:规章", "2:不适用", "3:N/A", "4:--"]),
      ("共收到 9件", ["1:共收到", "2:9件"]),
      ("其他 件", ["1:其他 件"]),
      ("1 1 0 0 2", ["1:1", "2:1", "3:0", "4:0", "5:2"]),
      ("|---|:-:|", []),
      ("   -2-  ", []),
      ("第 3 页 共 9 页", []),
    ] as [(String, [String])])
  func splits(line: String, fields: [String]) throws {
    #expect(try rows(line).first ?? [] == fields)
  }

  @Test func keepsLineNumbersOverPageBreaks() throws {
    let grid = try #require(try TextDocument.read("甲\r\n\u{0C}乙\n丙").grids.first)
    #expect(grid.cells.map(\.reference.row) == [1, 3, 4])
  }

  @Test(
    "refuses what no report has",
    arguments: [
      (String(repeating: "\n", count: 20), Limit.rows),
      (String(repeating: "1 ", count: 20), Limit.columns),
      (String(repeating: "|", count: 20), Limit.columns),
      (String(repeating: "规章 0 0 0\n", count: 5), Limit.gridCells),
    ])
  func boundsTexts(text: String, limit: Limit) throws {
    var limits = Limits.standard
    limits[limit] = 10
    let error = #expect(throws: LimitExceeded.self) {
      _ = try TextDocument.read(text, limits: limits)
    }
    #expect(error == LimitExceeded(limit: limit, bound: 10))
  }

  @Test func joinsLinesBesideTablesThatAreWider() throws {
    let text = """
           （一）依申请公开。二〇二四年，区政府办受理政府信息公开
      申请十七件，均已在法定期限内予以答复，没有超期的情形；都
      已答复。
           二、主动公开政府信息情况
                        信息内容                      本年处理决定数量
      行政许可                                                     9487
      """
    #expect(
      try TextDocument.read(text).blocks.prefix(2) == [
        .paragraph(
          "（一）依申请公开。二〇二四年，区政府办受理政府信息公开申请十七件，均已在法定期限内予以答复，没有超期的情形；都已答复。"),
        .paragraph("二、主动公开政府信息情况"),
      ])
  }

  @Test func joinsTheLinesOfAParagraph() throws {
    let text = """
      一、总体情况

              今年来，在上级主管部门的指导下，推进了政务

      公开与网站建设相互促进、协调发展，发挥了积极作

      用。

              现将总体情况汇报如下。
      """
    #expect(
      try TextDocument.read(text).blocks == [
        .paragraph("一、总体情况"),
        .paragraph("今年来，在上级主管部门的指导下，推进了政务公开与网站建设相互促进、协调发展，发挥了积极作用。"),
        .paragraph("现将总体情况汇报如下。"),
      ])
  }
}
