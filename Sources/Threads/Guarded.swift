#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A value that threads share, each alone with it while it looks.
///
/// The lock is the system's, which ThreadSanitizer sees; that of `Synchronization` is taken inside the Swift
/// runtime, where it does not look.
@safe package final class Guarded<Value: Sendable>: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private var value: Value

  /// Guards `value`.
  package init(_ value: Value) {
    self.value = value
    unsafe lock = UnsafeMutablePointer.allocate(capacity: 1)
    // With no attributes there is nothing that could fail.
    _ = unsafe pthread_mutex_init(lock, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  /// Does `body` while no other thread looks at the value; it may not ask for the same lock.
  package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body(&value)
  }
}
