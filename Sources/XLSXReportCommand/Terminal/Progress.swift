import ReportModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line on stderr that tells how far the work is: only on a terminal, only when the work lasts.
struct Progress {
  /// How long work must have lasted before it is worth a line, in seconds.
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

  /// Tells that `done` files are done and the last of them was `file`.
  mutating func show(_ done: Int, _ file: String) {
    guard isShown, done < total, Self.now - start > Self.patience else { return }
    StandardStream.errors.draw("\r\u{1B}[K\(done)/\(total) \(file.withControlsEscaped)")
    isDrawn = true
  }

  /// Takes the line away, so that something else can be printed.
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
