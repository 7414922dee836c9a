import Documents
import ReportModel
import Testing

@testable import FormReading

/// The columns of a table are told by the labels of its head, wherever they stand in its rows.
struct HeaderFinderTests {
  private func bands(_ sketch: Sketch, rows: ClosedRange<Int> = 1...1) -> [HeaderBlock] {
    let site = sketch.site(SmallForm.table)
    return HeaderFinder(site.view, site.matches, rows: rows).bands()
  }

  /// The columns of a band: the form's column, the grid's columns, and marks.
  private func described(_ band: HeaderBlock?) -> [String] {
    (band?.columns ?? []).map { column in
      "\(column.label):\(column.column)-\(column.lastColumn)"
        + (column.isRepeated ? "r" : "") + (column.isCertain ? "" : "?")
        + (column.rivals.isEmpty ? "" : "!\(column.rivals.map(\.column))")
    }
  }

  @Test func findsTheColumnsInTheirOrder() {
    let bands = bands(Sketch("品名|本期收入|发出合格|期末结存"))
    #expect(bands.count == 1)
    #expect(described(bands.first) == ["0:2-2", "1:3-3", "2:4-4"])
    #expect(bands.first?.low == 2)
    #expect(bands.first?.high == 4)
    #expect(bands.first?.displaced.isEmpty == true)
    #expect(bands.first?.columns.allSatisfy(\.isExact) == true)
    #expect(bands.first?.columns.map(\.score) == [1, 1, 1])
  }

  @Test func findsNothingWithoutLabels() {
    #expect(bands(Sketch("品名|甲|乙|丙")).isEmpty)
    #expect(bands(Sketch("\n本期收入|发出合格"), rows: 1...1).isEmpty)
  }

  @Test func looksOnlyIntoTheRowsOfTheHead() {
    let sketch = Sketch("本期收入|发出合格|期末结存\n品名|本期收入|发出合格\n|期末结存")
    #expect(described(bands(sketch, rows: 2...2).first) == ["0:2-2", "1:3-3"])
    #expect(described(bands(sketch, rows: 1...1).first) == ["0:1-1", "1:2-2", "2:3-3"])
  }

  @Test func coversWhatItsCellsAreMergedOver() {
    let sketch = Sketch("品名|本期收入||发出合格|期末结存", merges: ["B1:C1", "E1:G1"])
    let band = bands(sketch).first
    #expect(described(band) == ["0:2-3", "1:4-4", "2:5-7"])
    #expect(band?.high == 7)
  }

  @Test func takesARepeatedLabelForOneWideHead() {
    let band = bands(Sketch("品名|本期收入|本期收入|发出合格|期末结存|期末结存|期末结存")).first
    #expect(described(band) == ["0:2-3r", "1:4-4", "2:5-7r"])
    #expect(band?.high == 7)
  }

  @Test func takesALabelAmongTheOthersForARival() {
    let band = bands(Sketch("品名|本期收入|发出合格|本期收入|期末结存")).first
    #expect(described(band) == ["0:2-2![4]", "1:3-3", "2:5-5"])
    // … far from them it is another table's
    let apart = bands(Sketch("品名|本期收入|备注|本期收入|发出合格|期末结存")).first
    #expect(described(apart) == ["0:4-4", "1:5-5", "2:6-6"])
  }

  @Test func joinsALabelThatIsBrokenOverRows() {
    let sketch = Sketch("品名|本期|发出|期末\n|收入|合格|结存")
    #expect(described(bands(sketch, rows: 1...2).first) == ["0:2-2", "1:3-3", "2:4-4"])
    #expect(bands(sketch, rows: 1...1).isEmpty)
  }

  @Test func matchesATypo() {
    let band = bands(Sketch("品名|本期收人|发出合洛|期末结存")).first
    #expect(band?.columns.map(\.isExact) == [false, false, true])
    #expect(band?.columns.map(\.label) == [0, 1, 2])
    #expect(band?.columns[1].score == 0.95 * 0.75)
  }

  @Test("keeps columns that stand beside each other apart, by bands from left to right")
  func findsSeveralBands() {
    let bands = bands(Sketch("品名|本期收入|发出合格|期末结存|品名|本期收入|发出合格|期末结存"))
    #expect(bands.map(described) == [["0:2-2", "1:3-3", "2:4-4"], ["0:6-6", "1:7-7", "2:8-8"]])
  }

  @Test func takesHalfAHeadForABand() {
    let two = bands(Sketch("本期收入|发出合格|期末结存|甲|本期收入|发出合格"))
    #expect(two.map(\.low) == [1, 5])
    // … less than half is none
    let one = bands(Sketch("本期收入|发出合格|期末结存|甲|期末结存"))
    #expect(one.map(\.low) == [1])
    let even = bands(Sketch("甲|本期收入|发出合格|丙|丁|发出合格"))
    #expect(even.count == 2)
  }

  @Test func findsSixBandsAtMost() {
    let text = Array(repeating: "本期收入|发出合格|期末结存|甲", count: 8).joined(separator: "|")
    #expect(bands(Sketch(text)).count == 6)
  }

  @Test func reportsALabelOutOfItsOrder() {
    let band = bands(Sketch("品名|期末结存|本期收入|发出合格")).first
    #expect(described(band) == ["0:3-3", "1:4-4"])
    #expect(band?.displaced.map(\.label) == [2])
    #expect(band?.displaced.map(\.column) == [2])
    #expect(band?.low == 2)
    #expect(band?.high == 4)
    #expect(band?.all.map(\.column) == [2, 3, 4])
    #expect(band?.column(2)?.column == 2)
    let behind = bands(Sketch("品名|发出合格|期末结存|本期收入")).first
    #expect(behind?.displaced.map(\.label) == [0])
    #expect(behind?.high == 4)
  }

  @Test func takesALabelOutOfOrderOnlyWhereItIsExactAndTheOnlyOne() {
    let loose = bands(Sketch("品名|期末结村|本期收入|发出合格"))
    #expect(loose.map(described) == [["2:2-2"], ["0:3-3", "1:4-4"]])
    #expect(loose.allSatisfy { $0.displaced.isEmpty })
  }

  @Test("tells of a head right beside the band that says the same")
  func reportsRivalsBeside() {
    let beside = bands(Sketch("品名|本期收入|发出合格|期末结存|期末结存（吨）")).first
    #expect(beside?.column(2)?.rivals.map(\.column) == [5])
    let apart = bands(Sketch("品名|本期收入|发出合格|期末结存||期末结存（吨）")).first
    #expect(apart?.column(2)?.rivals.isEmpty == true)
    let before = bands(Sketch("本期收入（吨）|本期收入|发出合格|期末结存")).first
    #expect(before?.column(0)?.rivals.map(\.column) == [1])
  }

  @Test("prefers the label whose group stands above")
  func prefersTheGroupAbove() throws {
    let json = """
      {"id": "pair", "title": "仓库物资年度报告", "source": "x", "firstYear": 2000, "lastYear": 2999,
       "order": ["t"], "instructions": [], "contact": [], "sections": [], "relations": [],
       "tables": [{"id": "t", "label": "库存情况", "sheet": "库存", "arrangement": "matrix",
        "columns": [
         {"id": "a", "path": ["东部仓库", "本期收入"], "kind": "count"},
         {"id": "b", "path": ["西部仓库", "本期收入"], "kind": "count"}],
        "rows": [{"id": "r", "path": ["小麦面粉"]}, {"id": "s", "path": ["优质大米"]}]}]}
      """
    let table = try FormDefinition(json: Array(json.utf8)).tables[0]
    let labels = { (text: String, merges: [String]) in
      let site = Sketch(text, merges: merges).site(table)
      return HeaderFinder(site.view, site.matches, rows: 2...2).bands().first?.columns.map {
        "\($0.label):\($0.column)"
      }
    }
    #expect(labels("|西部仓库\n品名|本期收入|甲", []) == ["1:2"])
    #expect(labels("|东部仓库\n品名|本期收入|甲", []) == ["0:2"])
    #expect(labels("|东部仓库||西部仓库\n品名|本期收入|甲|本期收入", []) == ["0:2", "1:4"])
    #expect(labels("|丙|西部仓库\n品名|本期收入|甲", []) == ["0:2"])
    #expect(labels("西部仓库|东部仓库\n品名|本期收入|甲", []) == ["0:2"])
  }
}
