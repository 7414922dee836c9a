import Diagnostics
import Synchronization
import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The existing temporary files; a signal that ends the process removes them first.
///
/// A signal handler may neither lock nor allocate. So the paths are in a list that only grows, of C strings
/// that are never freed: the path of a finished file is truncated to nothing, and its node is reused. The
/// handler walks the list and calls `unlink`, which is async-signal-safe.
enum TemporaryFiles {
  /// A node of the list.
  private struct Node {
    /// The path; empty for a free node.
    let path: UnsafeMutablePointer<CChar>
    let capacity: Int
    /// The address of the previous node.
    let next: UInt
  }

  /// The address of the newest node.
  private static let newest = Atomic<UInt>(0)
  private static let freeNodes = Guarded<[UInt]>([])

  /// Adds a path before its file exists, and returns the argument for ``forget(_:)``.
  static func remember(_ path: String) -> UInt {
    _ = handlersInstalled
    let bytes = path.systemName
    let known = freeNodes.withLock { free in
      free.lastIndex { node(at: $0).pointee.capacity >= bytes.count }.map { free.remove(at: $0) }
    }
    if let known {
      write(bytes, to: node(at: known).pointee.path)
      return known
    }
    let capacity = max(bytes.count, 256)
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    write(bytes, to: text)
    let new = UnsafeMutablePointer<Node>.allocate(capacity: 1)
    let address = UInt(bitPattern: new)
    var next = newest.load(ordering: .acquiring)
    while true {
      new.initialize(to: Node(path: text, capacity: capacity, next: next))
      let (exchanged, original) = newest.compareExchange(
        expected: next, desired: address, ordering: .acquiringAndReleasing)
      if exchanged { return address }
      next = original
    }
  }

  /// Removes a path: its file has been renamed or removed.
  static func forget(_ address: UInt) {
    node(at: address).pointee.path.pointee = 0
    freeNodes.withLock { $0.append(address) }
  }

  private static func node(at address: UInt) -> UnsafeMutablePointer<Node> {
    // All addresses are from `remember`; nodes are never freed.
    // swift-format-ignore: NeverForceUnwrap
    UnsafeMutablePointer(bitPattern: address)!
  }

  /// Writes a path so that a signal never sees part of it: its first byte is written last.
  private static func write(_ bytes: [CChar], to text: UnsafeMutablePointer<CChar>) {
    text.pointee = 0
    for (offset, byte) in bytes.enumerated().dropFirst() { text[offset] = byte }
    atomicMemoryFence(ordering: .releasing)
    text.pointee = bytes.first ?? 0
  }

  /// Installs the handlers once; a signal that is ignored (as under `nohup`) or handled remains so.
  private static let handlersInstalled: Bool = {
    _ = newest.load(ordering: .relaxed)
    for number in endings {
      var current = sigaction()
      guard sigaction(number, nil, &current) == 0, isDefault(current) else { continue }
      install(number) { number in
        TemporaryFiles.removeAll()
        raise(number)
      }
    }
    // A crash is reported by its previous handler: the system, or Swift's backtraces.
    for number in crashes {
      sigaction(number, nil, beforeCrash(by: number))
      install(number) { number in
        TemporaryFiles.removeAll()
        sigaction(number, TemporaryFiles.beforeCrash(by: number), nil)
        raise(number)
      }
    }
    return true
  }()

  /// Signals that request the end of the process.
  private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXCPU]
  /// Signals after which the process cannot continue: an error of ours, or no memory.
  private static let crashes = [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE]
  /// The address of the previous actions for crashes, by signal; never freed.
  private static let beforeCrash: UInt = {
    let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 32)
    actions.initialize(repeating: sigaction(), count: 32)
    return UInt(bitPattern: actions)
  }()

  private static func beforeCrash(by number: Int32) -> UnsafeMutablePointer<sigaction>? {
    UnsafeMutablePointer(bitPattern: beforeCrash)?.advanced(by: Int(number))
  }

  private static func removeAll() {
    var address = newest.load(ordering: .acquiring)
    while address != 0 {
      let node = node(at: address).pointee
      unlink(node.path)
      address = node.next
    }
  }

  /// Installs `handler`, which ``endings`` do not interrupt.
  private static func install(_ number: Int32, _ handler: @convention(c) (Int32) -> Void) {
    var action = sigaction()
    sigemptyset(&action.sa_mask)
    for other in endings { sigaddset(&action.sa_mask, other) }
    // Reset on delivery: the signal raised again ends the process. Swift has a signal stack, in case the
    // usual one is used up.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | Int32(SA_ONSTACK)
    #if canImport(Glibc)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    sigaction(number, &action, nil)
  }

  private static func isDefault(_ action: sigaction) -> Bool {
    #if canImport(Glibc)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    // SIG_DFL is a null pointer.
    return handler == nil
  }
}
