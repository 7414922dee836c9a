/// Independent pieces of work, some at a time, whose results come in order.
enum OrderedWork {
  /// Does `work` for every index below `count`, at most `width` at a time, and hands each result to
  /// `deliver` in the order of the indices, as soon as it and all before it are there.
  ///
  /// Work that has not begun when `deliver` throws is not begun. At most twice `width` results wait at a
  /// time, so memory does not grow with `count`.
  static func run<Value: Sendable>(
    count: Int, width: Int, work: @escaping @Sendable (Int) -> Value,
    deliver: (Int, Value) throws -> Void
  ) async throws {
    guard width > 1, count > 1 else {
      for index in 0..<count { try deliver(index, work(index)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
      var waiting: [Int: Value] = [:]
      var started = 0
      var delivered = 0
      var running = 0
      while delivered < count {
        while started < count, running < width, started < delivered + 2 * width {
          let index = started
          group.addTask { (index, work(index)) }
          started += 1
          running += 1
        }
        guard let (index, value) = try await group.next() else { return }
        running -= 1
        waiting[index] = value
        while let value = waiting.removeValue(forKey: delivered) {
          try deliver(delivered, value)
          delivered += 1
        }
      }
    }
  }
}
