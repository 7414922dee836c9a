import Dispatch

/// Independent pieces of work, some at a time, whose results come in order.
package enum OrderedWork {
  /// The most pieces at a time: more threads than this gain nothing anywhere.
  private static let most = 256

  /// Does `work` for every index below `count`, at most `width` at a time, and hands each result to
  /// `deliver`, on the calling thread, in the order of the indices, once it and all before it are there and
  /// the calling thread has done the piece that it is at.
  ///
  /// The calling thread works as well, alone where there are no more threads to be had. Work that has not
  /// begun when `deliver` throws is not begun, and what has begun is not waited for. At most twice `width`
  /// results wait at a time, so memory does not grow with `count`. One piece, or a width of one, takes no
  /// other thread.
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

  /// What is to do, and what is done and not yet delivered.
  private final class Pieces<Value: Sendable>: Sendable {
    private struct State: Sendable {
      var next = 0
      var values: [Int: Value] = [:]
    }

    private let count: Int
    private let state = Guarded(State())
    /// Counts the results, for the thread that delivers.
    private let done = DispatchSemaphore(value: 0)
    /// Counts the results that there is room for.
    private let room = DispatchSemaphore(value: 0)

    init(count: Int, most: Int) {
      self.count = count
      for _ in 0..<most { room.signal() }
    }

    /// The next piece, as soon as there is room for its result; nil when there is none.
    func next() -> Int? {
      room.wait()
      return begin()
    }

    /// The next piece, where there is one and room for its result.
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

    /// Waits until one more result is there.
    func wait() {
      done.wait()
    }

    /// The result of a piece, once; there is room for another then.
    func take(_ index: Int) -> Value? {
      guard let value = state.withLock({ $0.values.removeValue(forKey: index) }) else { return nil }
      room.signal()
      return value
    }

    /// Begins no more, and lets so many threads that wait for room end.
    func stop(_ threads: Int) {
      state.withLock { $0.next = count }
      for _ in 0..<threads { room.signal() }
    }
  }
}
