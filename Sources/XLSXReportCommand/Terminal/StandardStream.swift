import Diagnostics
import ReportModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// stdout or stderr, written to without a buffer of our own: nothing is lost when the process ends.
struct StandardStream: Sendable {
  /// Where data goes.
  static let output = StandardStream(descriptor: 1)
  /// Where everything said to a person goes.
  static let errors = StandardStream(descriptor: 2)

  private let descriptor: Int32

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Takes the place of each standard stream that is closed, in a way that lets its use fail.
  ///
  /// The next file to be opened would have the stream's number, and get what was meant for the stream.
  static func holdPlaces() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes `text` whole.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/inputOutput`` when the stream takes no more.
  func write(_ text: String) throws(Failure) {
    var text = text
    let errorNumber = text.withUTF8 { Self.write(UnsafeRawBufferPointer($0), to: descriptor) }
    try Self.check(errorNumber)
  }

  /// Writes `bytes` whole.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/inputOutput`` when the stream takes no more.
  func write(_ bytes: [UInt8]) throws(Failure) {
    let errorNumber = bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
    try Self.check(errorNumber)
  }

  /// Says why something failed, in one line, and returns what to end with.
  func report(_ failure: Failure) -> ExitStatus {
    say(failure.line(in: .current))
    return failure.status
  }

  /// Writes `text` for a person's eyes only, a terminal's own codes included.
  func draw(_ text: String) { try? write(text) }

  /// Writes a line for a person, control characters escaped; when nobody can read it, that is no reason to
  /// fail.
  func say(_ line: String) { try? write(line.withControlsEscaped + "\n") }

  /// Writes all of `bytes` and returns the error number, 0 for success.
  ///
  /// The corresponding C function is `write`.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Darwin)
        let written = Darwin.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      #elseif canImport(Musl)
        let written = Musl.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      #else
        let written = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      #endif
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }

  private static func check(_ errorNumber: Int32) throws(Failure) {
    guard errorNumber != 0 else { return }
    let fault = SystemFault(code: errorNumber)
    throw Failure(
      .inputOutput,
      Phrase(
        zh: "无法写标准输出：\(fault.phrase.zh)",
        en: "cannot write to standard output: \(fault.phrase.en)"))
  }
}
