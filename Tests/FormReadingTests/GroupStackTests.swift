import Testing

@testable import FormReading

/// A line's groups are those that were entered and not left.
struct GroupStackTests {
  private static let groups = LineGroups(
    [
      "结果": [], "不予公开": ["结果"], "无法提供": ["结果"], "秘密": ["结果", "不予公开"],
    ].reduce(into: [:]) { $0[LabelText($1.key).core] = $1.value.map { LabelText($0).core } })

  private static func number(_ name: String) throws -> Int {
    try #require(groups.id(LabelText(name).core))
  }

  private let a: Int, b: Int, c: Int, d: Int

  init() throws {
    a = try Self.number("结果")
    b = try Self.number("不予公开")
    c = try Self.number("无法提供")
    d = try Self.number("秘密")
  }

  private func stack(_ entered: Int...) -> GroupStack {
    var stack = GroupStack(Self.groups)
    for group in entered { stack.enter(group) }
    return stack
  }

  @Test func numbersTheGroupsOfATable() {
    #expect(Set([a, b, c, d]) == [0, 1, 2, 3])
    #expect(Self.groups.parents[d] == [a, b])
    #expect(Self.groups.names[c] == LabelText("无法提供").core)
    #expect(Self.groups.id(LabelText("其他").core) == nil)
    #expect(stack().path == [])
    #expect(stack(a).name == "结果")
  }

  @Test("a text in place of a group ends it, until the group or another around it is entered")
  func replacesGroups() {
    var stack = stack(a, b)
    stack.enter("不予公开（上年）", inPlaceOf: b)
    #expect(stack.path == [a])
    #expect(stack.name == "不予公开（上年）")
    #expect(stack.agreement(with: [a, b], seen: []) == .conflict)
    stack.enter(d)
    #expect(stack.replaced?.group == b)
    stack.enter(c)
    #expect(stack.replaced == nil)
  }

  @Test func leavesTheGroupsThatTheNewOneDoesNotStandIn() {
    #expect(stack(a, b).path == [a, b])
    #expect(stack(a, b, c).path == [a, c])
    #expect(stack(a, b, d).path == [a, b, d])
    #expect(stack(a, b, d, c).path == [a, c])
    #expect(stack(a, b, d, a).path == [a])
    #expect(stack(c, d).path == [d])
    #expect(stack(a, a).path == [a])
  }

  @Test func agreesWithItsOwnGroups() {
    #expect(stack(a, b).agreement(with: [a, b], seen: []) == .same)
    #expect(stack().agreement(with: [], seen: []) == .same)
    #expect(stack(b).agreement(with: [a, b], seen: [b]) == .possible)
    #expect(stack(a).agreement(with: [a, b], seen: [a, b]) == .possible)
    #expect(stack().agreement(with: [a], seen: [a]) == .possible)
  }

  @Test func mayHaveLeftGroupsWithoutAWord() {
    #expect(stack(a, b).agreement(with: [a], seen: [a, b]) == .possible)
    #expect(stack(a, b).agreement(with: [], seen: [a]) == .possible)
  }

  @Test("conflicts with a label whose innermost group stands elsewhere in the grid")
  func conflictsWithOthersGroups() {
    #expect(stack(a, c).agreement(with: [a, b], seen: [b]) == .conflict)
    #expect(stack(a, c).agreement(with: [a, b], seen: [a, c]) == .possible)
    #expect(stack(c).agreement(with: [a, b], seen: [a]) == .possible)
    #expect(stack(c).agreement(with: [a, b], seen: [b]) == .conflict)
  }

  @Test func knowsTheInnermostGroups() {
    #expect(stack(b).isInnermost(of: [a, b]))
    #expect(stack(a, b).isInnermost(of: [a, b]))
    #expect(!stack(a).isInnermost(of: [a, b]))
    #expect(!stack().isInnermost(of: [a, b]))
    #expect(!stack(a, b).isInnermost(of: [b]))
    #expect(!stack(c).isInnermost(of: [a, b]))
  }
}
