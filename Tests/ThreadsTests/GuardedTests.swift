import Dispatch
import Testing
import Threads

struct GuardedTests {
  @Test func `no thread sees half of what another changes`() {
    let pair = Guarded((left: 0, right: 0))
    DispatchQueue.concurrentPerform(iterations: 1_000) { _ in
      let isWhole = pair.withLock { pair in
        defer {
          pair.left += 1
          pair.right += 1
        }
        return pair.left == pair.right
      }
      #expect(isWhole)
    }
    #expect(pair.withLock { $0 == (1_000, 1_000) })
  }

  @Test func `a value is made once, whoever asks first`() {
    let made = Guarded(0)
    let value = MadeOnce<Int>()
    DispatchQueue.concurrentPerform(iterations: 100) { _ in
      let found = value {
        made.withLock { made in
          made += 1
          return 40 + made
        }
      }
      #expect(found == 41)
    }
    #expect(made.withLock { $0 } == 1)
  }
}
