import Documents
import Testing

@testable import FormReading

/// Where the values of a line stand under its head, and what stands beside them.
struct ValueSlotsTests {
  /// The slots of row 2 under the head in row 1, in short, with what is said about them.
  private func described(
    _ text: String, merges: [String] = [], from first: Int = 1, reach: Int = .max
  ) throws -> String {
    let site = Sketch(text, merges: merges).site(SmallForm.table)
    let band = try #require(HeaderFinder(site.view, site.matches, rows: 1...1).bands().first)
    let slots = ValueSlots(site.view, row: 2, band: band, from: first, reach: reach)
    let places = band.all.map(\.label).sorted().map { label in
      switch slots[label] {
      case .place(let column)?: "\(column)" + (slots.aside.contains(label) ? "a" : "")
      case .several(let cells)?: "several\(cells.map(\.column))"
      case .merged(let area)?: "merged\(area.topLeft.a1):\(area.bottomRight.a1)"
      case nil: ""
      }
    }
    return places.joined(separator: " ") + (slots.isByOrder ? " by order" : "")
      + (slots.leftovers.isEmpty ? "" : " left\(slots.leftovers.map(\.column))")
      + (slots.holdsSeveral ? " holdsSeveral" : "")
  }

  private let head = "品名|本期收入|发出合格|期末结存\n"

  @Test func takesTheCellUnderItsHead() throws {
    #expect(try described(head + "大米|1|2|3") == "2 3 4")
    #expect(try described(head + "大米||2") == "2 3 4")
    #expect(try described(head + "大米") == "2 3 4")
  }

  @Test("takes a value further on under a wide head, and says so")
  func takesAValueAside() throws {
    let merges = ["B1:C1"]
    let head = "品名|本期收入||发出合格|期末结存\n"
    #expect(try described(head + "大米|1||2|3", merges: merges) == "2 4 5")
    #expect(try described(head + "大米||1|2|3", merges: merges) == "3a 4 5")
    #expect(try described(head + "大米|||2|3", merges: merges) == "2 4 5")
    #expect(try described(head + "大米|1|7|2|3", merges: merges) == "several[2, 3] 4 5 holdsSeveral")
    #expect(try described(head + "大米|7|7|2|3", merges: merges) == "2 4 5")
  }

  @Test("under a repeated head only the first column is certain")
  func mistrustsRepeatedHeads() throws {
    let head = "品名|本期收入|本期收入|发出合格|期末结存\n"
    #expect(try described(head + "大米|1||2|3") == "2 4 5")
    #expect(try described(head + "大米||1|2|3") == "several[3] 4 5 holdsSeveral")
    #expect(try described(head + "大米|7|7|2|3") == "2 4 5")
    #expect(try described(head + "大米|1|7|2|3") == "several[2, 3] 4 5 holdsSeveral")
    #expect(try described(head + "大米|||2|3") == "2 4 5")
  }

  @Test("what a merged area hides is no value")
  func mistrustsHiddenValues() throws {
    let head = "品名|本期收入||发出合格|期末结存\n"
    #expect(
      try described(head + "大米||1|2|3", merges: ["B1:C1", "B2:C2"])
        == "several[3] 4 5 holdsSeveral")
    #expect(try described(head + "大米|1||2|3", merges: ["B1:C1", "B2:C2"]) == "2 4 5")
  }

  @Test func reportsAreasOverSeveralFields() throws {
    #expect(try described(head + "大米|1||3", merges: ["B2:C2"]) == "mergedB2:C2 mergedB2:C2 4")
    #expect(try described(head + "大米|1|2|3\n小麦", merges: ["C2:C3"]) == "2 mergedC2:C3 4")
    #expect(try described(head + "大米|1|2|3", merges: ["D1:D2"]) == "2 3 mergedD1:D2")
  }

  @Test("takes the merged areas of a line in order where they are as many as the heads")
  func takesMergedAreasInOrder() throws {
    let wide = "品名|本期收入||发出合格|期末结存\n"
    #expect(try described(wide + "大米|1|2||3", merges: ["B1:C1", "C2:D2"]) == "2 3 5")
    #expect(try described(wide + "大米|1||2|3", merges: ["B1:C1", "B2:C2"]) == "2 4 5")
    // … as many starts without any area are none
    #expect(
      try described(wide + "大米|1|2|3|4", merges: ["B1:C1"]) == "several[2, 3] 4 5 holdsSeveral")
    let last = "品名|本期收入|发出合格|期末结存|\n"
    let merges = ["D1:E1", "B2:C2"]
    #expect(try described(last + "大米|1||2|3", merges: merges) == "2 4 5 by order")
  }

  // MARK: Beside the head

  @Test("tells of numbers beside the head, up to two columns apart")
  func reportsNumbersBeside() throws {
    #expect(try described(head + "大米|1|2|3|4") == "2 3 4 left[5]")
    #expect(try described(head + "大米|1|2|3||4") == "2 3 4 left[6]")
    #expect(try described(head + "大米|1|2|3|||4") == "2 3 4")
    #expect(try described(head + "大米|1|2|3|4||5") == "2 3 4 left[5, 7]")
    #expect(try described(head + "大米|1|2|3|4|||5") == "2 3 4 left[5]")
    #expect(try described(head + "大米|1|2|3|其中大米|4") == "2 3 4")
    #expect(try described(head + "大米|1|2|3|/|4") == "2 3 4 left[6]")
    #expect(try described(head + "9|1|2|3") == "2 3 4 left[1]")
  }

  @Test func looksOnlyFromTheLabelsToTheReach() throws {
    #expect(try described(head + "9|1|2|3|4", from: 2) == "2 3 4 left[5]")
    #expect(try described(head + "9|1|2|3|4", reach: 4) == "2 3 4 left[1]")
    #expect(try described(head + "9|1|2|3|4", from: 1, reach: 5) == "2 3 4 left[1, 5]")
  }

  @Test func reportsNumbersBetweenHeads() throws {
    let head = "品名|本期收入||发出合格|期末结存\n"
    #expect(try described(head + "大米|1|8|2|3") == "2 4 5 left[3]")
  }

  @Test("a head of one column takes the only number beside it")
  func takesTheOnlyNumber() throws {
    #expect(try described("品名|本期收入\n大米||5") == "3 by order")
    #expect(try described("品名|本期收入\n大米|1|5") == "2 left[3]")
    #expect(try described("品名|本期收入\n大米||5|6") == "2 left[3, 4]")
    #expect(try described("品名|本期收入\n5|") == "2 left[1]")
    #expect(try described("品名|本期收入|发出合格\n大米||1|5") == "2 3 left[4]")
  }
}
