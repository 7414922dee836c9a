import Diagnostics
import Synchronization
import Threads

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The temporary files that exist now; a signal that ends the process removes them first.
///
/// A signal handler may neither lock nor allocate. So the paths stand in a list that only grows, of C
/// strings that are never freed: a file that is done has its path cut to nothing, and its node is used
/// again. The handler walks the list and calls `unlink`, which is allowed in one.
enum TemporaryFiles {
  /// A node of the list.
  private struct Node {
    /// The path; empty for a node that is free.
    let path: UnsafeMutablePointer<CChar>
    let capacity: Int
    /// The address of the node before.
    let next: UInt
  }

  /// The address of the newest node.
  private static let newest = Atomic<UInt>(0)
  private static let freeNodes = Guarded<[UInt]>([])

  /// Adds a path, before its file exists, and gives what ``forget(_:)`` takes.
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

  /// Takes a path off: its file has been renamed or removed.
  static func forget(_ address: UInt) {
    node(at: address).pointee.path.pointee = 0
    freeNodes.withLock { $0.append(address) }
  }

  private static func node(at address: UInt) -> UnsafeMutablePointer<Node> {
    // Addresses come from `remember` alone; nodes are never freed.
    // swift-format-ignore: NeverForceUnwrap
    UnsafeMutablePointer(bitPattern: address)!
  }

  /// Writes a path so that no signal sees half of it: its first byte comes last.
  private static func write(_ bytes: [CChar], to text: UnsafeMutablePointer<CChar>) {
    text.pointee = 0
    for (offset, byte) in bytes.enumerated().dropFirst() { text[offset] = byte }
    atomicMemoryFence(ordering: .releasing)
    text.pointee = bytes.first ?? 0
  }

  /// Installs the handlers once; a signal that is ignored (as under `nohup`) or handled stays so.
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
    // A crash is told by whoever told it before: the system, or Swift's backtraces.
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

  /// Signals that ask the process to end.
  private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXCPU]
  /// Signals that say that it cannot go on: a fault of ours, or no memory.
  private static let crashes = [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE]
  /// The address of what was done about a crash before, by signal; never freed.
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
    // Reset by delivery: the signal raised again ends the process. Swift has a stack for signals, in case
    // the usual one is used up.
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
