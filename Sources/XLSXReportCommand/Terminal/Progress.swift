import ReportModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A progress line on stderr: only on a terminal, and only for long work.
struct Progress {
  /// The time after which work gets a line, in seconds.
  private static let patience = 0.5

  private let total: Int
  private let isShown: Bool
  private let start: Double
  private var isDrawn = false

  /// Makes a line for `total` files.
  init(total: Int) {
    self.total = total
    isShown = total > 1 && StandardStream.errors.isTerminal
    start = Self.now
  }

  /// Reports that `done` files are done, the last of which was `file`.
  mutating func show(_ done: Int, _ file: String) {
    guard isShown, done < total, Self.now - start > Self.patience else { return }
    StandardStream.errors.draw("\r\u{1B}[K\(done)/\(total) \(file.withControlsEscaped)")
    isDrawn = true
  }

  /// Removes the line, so that something else can be printed.
  mutating func clear() {
    guard isDrawn else { return }
    StandardStream.errors.draw("\r\u{1B}[K")
    isDrawn = false
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
