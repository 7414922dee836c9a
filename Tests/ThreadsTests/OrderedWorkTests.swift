import Testing
import Threads

struct OrderedWorkTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 3, 16, 1_000])
  func `results come in order, whatever takes longest`(width: Int) throws {
    var delivered: [Int] = []
    try OrderedWork.run(count: 200, width: width) { index in
      // The first of each ten takes longest
      (0..<(index % 10 == 0 ? 20_000 : 10)).reduce(index) { ($0 &* 31 &+ $1) % 1_000_003 }
    } deliver: { index, _ in
      delivered.append(index)
    }
    #expect(delivered == Array(0..<200))
  }

  @Test func `no more than twice the width waits for what comes first`() throws {
    let begun = Guarded(0)
    try OrderedWork.run(count: 500, width: 4) { index in
      begun.withLock { $0 = max($0, index) }
    } deliver: { index, _ in
      #expect(begun.withLock { $0 } <= index + 8)
    }
  }

  @Test func `what has not begun when delivering fails is not begun`() {
    let begun = Guarded(0)
    #expect(throws: Stop.self) {
      try OrderedWork.run(count: 10_000, width: 4) { _ in
        begun.withLock { $0 += 1 }
      } deliver: { index, _ in
        if index == 10 { throw Stop() }
      }
    }
    #expect(begun.withLock { $0 } <= 11 + 8)
  }

  @Test func `nothing to do takes no thread`() throws {
    try OrderedWork.run(count: 0, width: 8) {
      $0
    } deliver: { _, _ in
      Issue.record("delivered")
    }
  }
}
