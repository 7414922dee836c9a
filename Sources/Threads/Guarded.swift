#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value that threads share, with access for one thread at a time.
///
/// The lock is the system's, which ThreadSanitizer instruments; the lock of `Synchronization` is taken inside
/// the Swift runtime, which it does not instrument.
@safe package final class Guarded<Value: Sendable>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  /// Guards `value`.
  package init(_ value: Value) {
    self.value = value
    unsafe lock = UnsafeMutablePointer.allocate(capacity: 1)
    // Without attributes it cannot fail.
    _ = unsafe pthread_mutex_init(lock, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  /// Runs `body` with exclusive access to the value; `body` must not take the same lock.
  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body(&value)
  }
}
