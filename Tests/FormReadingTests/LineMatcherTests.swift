import Documents
import Testing

@testable import FormReading

/// Lines are matched by label, order and group; what is not certain is said.
struct LineMatcherTests {
  private let labels = [
    FormLabel(path: ["粮食类", "本期数量"]), FormLabel(path: ["粮食类", "优质大米"]),
    FormLabel(path: ["油料类", "本期数量"]), FormLabel(path: ["精制食盐"]),
  ]

  private let groups = LineGroups([LabelText("粮食类").core: [], LabelText("油料类").core: []])

  /// Lines out of texts: one that is a group is entered, the others are lines.
  private func lines(_ texts: [String]) -> [LineMatcher.Line] {
    var stack = GroupStack(groups)
    let matcher = LabelMatcher(labels)
    var lines: [LineMatcher.Line] = []
    for (row, text) in texts.enumerated() {
      let label = LabelText(text)
      if let group = groups.id(label.core) {
        stack.enter(group)
        continue
      }
      let place = GridReference(row: row + 1, column: 1)
      let cell = GridView.Cell(GridCell(place, .text(text)), at: row, area: nil, label: row)
      lines.append(
        LineMatcher.Line(
          row: row + 1, cells: [cell], groups: stack,
          candidates: LineCandidates(
            matcher.matches(label).map { LineCandidates.Entry(match: $0, place: 0) })))
    }
    return lines
  }

  /// The matches in short: the label, the row, how certain it is, other rows.
  private func described(_ texts: String..., elsewhere: [String]? = nil) -> [String] {
    let lines = lines(texts)
    let seen = elsewhere.map { Set($0.compactMap { groups.id(LabelText($0).core) }) }
    return LineMatcher(lines, labels: LineLabels(labels, groups), elsewhere: seen).matches().map {
      match in
      let certainty =
        switch match.certainty {
        case .certain: ""
        case .displaced: " displaced"
        case .otherGroup(let group): " in \(group)"
        case .ambiguous: " ambiguous"
        }
      return "\(match.label):\(lines[match.line].row)\(match.isExact ? "" : "~")\(certainty)"
        + (match.rivals.isEmpty ? "" : " \(match.rivals.map { lines[$0].row })")
    }
  }

  @Test func matchesLinesInTheirGroups() {
    #expect(
      described("粮食类", "本期数量", "优质大米", "油料类", "本期数量", "精制食盐")
        == ["0:2", "1:3", "2:5", "3:6"])
    #expect(described("油料类", "本期数量", "精制食盐") == ["2:2 displaced", "3:3"])
    #expect(described("粮食类", "本期数量", "油料类", "精制食盐") == ["0:2", "3:4"])
    #expect(described("甲乙丙丁", "其他内容") == [])
  }

  @Test("a label that others share is exact only where its group tells it")
  func needsTheGroupOfASharedLabel() {
    let matches = described("本期数量", "优质大米")
    #expect(matches.first?.hasPrefix("0:1~") == true)
    #expect(matches.last == "1:2")
    #expect(described("优质大米") == ["1:1"])
    #expect(described("粮食类本期数量", "油料类本期数量") == ["0:1", "2:2"])
  }

  @Test("says that a label stands below the head of another group")
  func saysTheOtherGroup() {
    let matches = described("粮食类", "本期数量", "油料类", "本期数量", "优质大米")
    #expect(matches.contains { $0.hasPrefix("1:5") })
    #expect(matches.contains { $0.contains("displaced") || $0.contains("in 油料类") })
    let other = described("粮食类", "本期数量", "油料类", "优质大米", "精制食盐")
    #expect(other.contains("1:4 in 油料类"))
    // … unless the label's own group is not there to be below
    #expect(described("油料类", "优质大米", "精制食盐").contains("1:2"))
  }

  @Test func saysThatALabelIsOutOfItsOrder() {
    #expect(described("精制食盐", "粮食类", "优质大米", "油料类", "本期数量").contains("3:1 displaced"))
    #expect(described("优质大米", "精制食盐") == ["1:1", "3:2"])
    // Two of equal worth: the one that the order passes over is still the only line with its label
    #expect(described("精制食盐", "优质大米").contains { $0.contains("displaced") })
  }

  @Test func saysThatALabelStandsThereTwice() {
    let matches = described("优质大米", "优质大米", "精制食盐")
    #expect(matches.first?.hasPrefix("1:2 ambiguous [1]") == true)
    #expect(matches.last == "3:3")
    let thrice = described("优质大米", "精制食盐", "优质大米", "优质大米")
    #expect(thrice.contains { $0.hasPrefix("1:1 ambiguous [3, 4]") })
  }

  @Test func namesLooseRivals() {
    let matches = described("优质大朱", "优质大木", "精制食盐")
    #expect(matches.first == "1:2~ ambiguous [1]")
    // An exact one goes before a loose one
    #expect(described("优质大朱", "优质大米", "精制食盐").contains("1:2"))
  }

  @Test("in a part of a table the groups beside it count as seen")
  func countsGroupsElsewhere() {
    let part = described("油料类", "优质大米", elsewhere: ["粮食类"])
    #expect(part == ["1:2 in 油料类"])
    #expect(described("油料类", "优质大米", elsewhere: []) == ["1:2"])
    #expect(described("油料类", "本期数量", elsewhere: ["粮食类"]) == ["2:2"])
  }
}
