import Testing

@testable import FormReading

/// A line's groups are those that were entered and not left.
struct GroupStackTests {
  private let a = LabelText("结果"), b = LabelText("不予公开"), c = LabelText("无法提供")
  private let d = LabelText("秘密")

  private var empty: GroupStack {
    GroupStack(known: [a.core: [], b.core: [a.core], c.core: [a.core], d.core: [a.core, b.core]])
  }

  private func stack(_ labels: LabelText...) -> GroupStack {
    var stack = empty
    for label in labels { stack.enter(label) }
    return stack
  }

  @Test func entersKnownGroupsOnly() {
    var stack = empty
    #expect(stack.path == [])
    let entered = [a, LabelText("其他")].map { stack.enter($0) }
    #expect(entered == [true, false])
    #expect(stack.path == [a.core])
  }

  @Test func leavesTheGroupsThatTheNewOneDoesNotStandIn() {
    #expect(stack(a, b).path == [a.core, b.core])
    #expect(stack(a, b, c).path == [a.core, c.core])
    #expect(stack(a, b, d).path == [a.core, b.core, d.core])
    #expect(stack(a, b, d, c).path == [a.core, c.core])
    #expect(stack(a, b, d, a).path == [a.core])
    #expect(stack(c, d).path == [d.core])
    #expect(stack(a, a).path == [a.core])
  }

  @Test func agreesWithItsOwnGroups() {
    #expect(stack(a, b).agreement(with: [a, b], seen: []) == .same)
    #expect(stack().agreement(with: [], seen: []) == .same)
    #expect(stack(b).agreement(with: [a, b], seen: [b.core]) == .possible)
    #expect(stack(a).agreement(with: [a, b], seen: [a.core, b.core]) == .possible)
    #expect(stack().agreement(with: [a], seen: [a.core]) == .possible)
  }

  @Test func mayHaveLeftGroupsWithoutAWord() {
    #expect(stack(a, b).agreement(with: [a], seen: [a.core, b.core]) == .possible)
    #expect(stack(a, b).agreement(with: [], seen: [a.core]) == .possible)
  }

  @Test("conflicts with a label whose innermost group stands elsewhere in the grid")
  func conflictsWithOthersGroups() {
    #expect(stack(a, c).agreement(with: [a, b], seen: [b.core]) == .conflict)
    #expect(stack(a, c).agreement(with: [a, b], seen: [a.core, c.core]) == .possible)
    #expect(stack(c).agreement(with: [a, b], seen: [a.core]) == .possible)
    #expect(stack(c).agreement(with: [a, b], seen: [b.core]) == .conflict)
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
