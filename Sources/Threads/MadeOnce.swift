/// A value that is made when it is first asked for, by whichever thread asks first.
package final class MadeOnce<Value: Sendable>: Sendable {
  private let made = Guarded<Value?>(nil)

  /// Makes a place for the value.
  package init() {}

  /// The value, which `make` makes unless it is there; other threads wait meanwhile.
  package func callAsFunction(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
