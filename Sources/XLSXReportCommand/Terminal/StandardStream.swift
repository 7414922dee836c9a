import Diagnostics
import ReportModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// stdout or stderr, written to without a buffer of our own, so that nothing is lost when the process ends.
struct StandardStream: Sendable {
  /// The stream of data.
  static let output = StandardStream(descriptor: 1)
  /// The stream of messages.
  static let errors = StandardStream(descriptor: 2)

  private let descriptor: Int32

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Opens each closed standard stream so that its use fails.
  ///
  /// Otherwise the next file to be opened would have the stream's number, and get what is written to the
  /// stream.
  static func holdPlaces() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of `text`.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/inputOutput`` if the stream cannot be written to.
  func write(_ text: String) throws(Failure) {
    var text = text
    let errorNumber = text.withUTF8 { Self.write(UnsafeRawBufferPointer($0), to: descriptor) }
    try Self.check(errorNumber)
  }

  /// Writes all of `bytes`.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/inputOutput`` if the stream cannot be written to.
  func write(_ bytes: [UInt8]) throws(Failure) {
    let errorNumber = bytes.withUnsafeBytes { Self.write($0, to: descriptor) }
    try Self.check(errorNumber)
  }

  /// Reports a failure in one line, and returns its exit code.
  func report(_ failure: Failure) -> ExitStatus {
    say(failure.line(in: .current))
    return failure.status
  }

  /// Writes `text` for display only, including terminal control codes.
  func draw(_ text: String) { try? write(text) }

  /// Writes a line for people, with control characters escaped; a failed write is ignored.
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
