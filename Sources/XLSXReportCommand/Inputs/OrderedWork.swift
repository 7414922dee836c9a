import Dispatch
import Synchronization

/// Independent pieces of work, some at a time, whose results come in order.
enum OrderedWork {
  /// Does `work` for every index below `count`, at most `width` at a time, and hands each result to
  /// `deliver`, on the calling thread, in the order of the indices, as soon as it and all before it are
  /// there.
  ///
  /// Work that has not begun when `deliver` throws is not begun. At most twice `width` results wait at a
  /// time, so memory does not grow with `count`. One piece, or a width of one, takes no other thread.
  static func run<Value: Sendable>(
    count: Int, width: Int, work: @escaping @Sendable (Int) -> Value,
    deliver: (Int, Value) throws -> Void
  ) throws {
    guard width > 1, count > 1 else {
      for index in 0..<count { try deliver(index, work(index)) }
      return
    }
    let results = Results<Value>()
    var started = 0
    var running = 0
    var delivered = 0
    while delivered < count {
      while started < count, running < width, started < delivered + 2 * width {
        let index = started
        DispatchQueue.global().async { results.put(work(index), at: index) }
        started += 1
        running += 1
      }
      results.wait()
      running -= 1
      while let value = results.take(delivered) {
        try deliver(delivered, value)
        delivered += 1
      }
    }
  }

  /// What is done and not yet delivered.
  private final class Results<Value: Sendable>: Sendable {
    private let values = Mutex<[Int: Value]>([:])
    private let done = DispatchSemaphore(value: 0)

    func put(_ value: Value, at index: Int) {
      values.withLock { $0[index] = value }
      done.signal()
    }

    /// Waits until one more result is there.
    func wait() {
      done.wait()
    }

    func take(_ index: Int) -> Value? {
      values.withLock { $0.removeValue(forKey: index) }
    }
  }
}
