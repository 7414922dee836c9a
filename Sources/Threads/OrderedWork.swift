import Dispatch

/// Independent pieces of work that run concurrently and deliver their results in order.
package enum OrderedWork {
  /// The maximum number of concurrent pieces; more threads bring no gain.
  private static let most = 256

  /// Runs `work` for every index below `count`, at most `width` at a time, and passes the results to
  /// `deliver` in order.
  ///
  /// `deliver` runs on the calling thread, which also does pieces itself: a result is delivered once it and
  /// all before it exist and the calling thread has finished its current piece. Where no more threads are
  /// available, the calling thread does all the work. When `deliver` throws, no further piece begins, and
  /// pieces that have begun are not waited for. At most twice `width` results wait at a time, so memory does
  /// not grow with `count`. One piece, or a width of one, starts no other thread.
  package static func run<Value: Sendable>(
    count: Int, width: Int, work: @escaping @Sendable (Int) -> Value,
    deliver: (Int, Value) throws -> Void
  ) throws {
    let width = min(width, count, most)
    guard width > 1 else {
      for index in 0..<count { try deliver(index, work(index)) }
      return
    }
    let helpers = width - 1
    let pieces = Pieces<Value>(count: count, most: 2 * width)
    defer { pieces.stop(helpers) }
    for _ in 0..<helpers {
      let hasThread = WorkerThread.start {
        while let index = pieces.next() { pieces.put(work(index), at: index) }
      }
      guard hasThread else { break }
    }
    var delivered = 0
    while delivered < count {
      if let value = pieces.take(delivered) {
        try deliver(delivered, value)
        delivered += 1
      } else if let index = pieces.nextAtOnce() {
        pieces.put(work(index), at: index)
      } else {
        pieces.wait()
      }
    }
  }

  /// The pieces not yet begun, and the results not yet delivered.
  private final class Pieces<Value: Sendable>: Sendable {
    private struct State: Sendable {
      var next = 0
      var values: [Int: Value] = [:]
    }

    private let count: Int
    private let state = Guarded(State())
    /// Counts the results, for the thread that delivers.
    private let done = DispatchSemaphore(value: 0)
    /// Counts the free slots for results.
    private let room = DispatchSemaphore(value: 0)

    init(count: Int, most: Int) {
      self.count = count
      for _ in 0..<most { room.signal() }
    }

    /// The next piece, once a slot for its result is free; nil when no piece is left.
    func next() -> Int? {
      room.wait()
      return begin()
    }

    /// The next piece, if one is left and a slot for its result is free now.
    func nextAtOnce() -> Int? {
      room.wait(timeout: .now()) == .success ? begin() : nil
    }

    private func begin() -> Int? {
      state.withLock { state in
        guard state.next < count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func put(_ value: Value, at index: Int) {
      state.withLock { $0.values[index] = value }
      done.signal()
    }

    /// Waits for one more result.
    func wait() {
      done.wait()
    }

    /// Removes and returns the result of a piece, which frees its slot.
    func take(_ index: Int) -> Value? {
      guard let value = state.withLock({ $0.values.removeValue(forKey: index) }) else { return nil }
      room.signal()
      return value
    }

    /// Begins no more pieces, and lets `threads` threads that wait for a slot end.
    func stop(_ threads: Int) {
      state.withLock { $0.next = count }
      for _ in 0..<threads { room.signal() }
    }
  }
}
