/// A value that the first thread that needs it makes.
package final class MadeOnce<Value: Sendable>: Sendable {
  private let made = Guarded<Value?>(nil)

  /// Makes an instance without a value.
  package init() {}

  /// Returns the value, made by `make` on the first call; other threads wait meanwhile.
  package func callAsFunction(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
