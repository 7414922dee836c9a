#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
  import iconv
#endif

/// A conversion between two encodings: an `iconv_t` that closes itself.
struct EncodingConverter: ~Copyable {
  /// The result of ``convert(_:_:into:_:)``.
  enum Outcome {
    /// All input was converted.
    case finished
    /// The output is full.
    case outputFull
    /// The input ends inside a character.
    case incomplete
    /// The next input is not a character of the encoding, or the other encoding lacks it.
    case invalid
  }

  private let handle: iconv_t

  /// Opens a conversion: `iconv_open`; nil if a name is unknown.
  init?(from source: String, to target: String) {
    guard let opened = iconv_open(target, source), Int(bitPattern: opened) != -1
    else { return nil }
    handle = opened
  }

  deinit { iconv_close(handle) }

  /// Whether iconv can read the encoding `name`.
  static func knows(_ name: String) -> Bool {
    EncodingConverter(from: name, to: "UTF-8") != nil
  }

  /// Converts `input` from `consumed` on into `output` from `produced` on, and advances both: `iconv`.
  mutating func convert(
    _ input: UnsafeMutableRawBufferPointer, _ consumed: inout Int,
    into output: UnsafeMutableRawBufferPointer, _ produced: inout Int
  ) -> Outcome {
    guard let inputBase = input.baseAddress, let outputBase = output.baseAddress else {
      return input.count > consumed ? .outputFull : .finished
    }
    var from: UnsafeMutablePointer<CChar>? = (inputBase + consumed)
      .assumingMemoryBound(to: CChar.self)
    var fromCount = input.count - consumed
    var to: UnsafeMutablePointer<CChar>? = (outputBase + produced)
      .assumingMemoryBound(to: CChar.self)
    var toCount = output.count - produced
    let result = iconv(handle, &from, &fromCount, &to, &toCount)
    let reason = errno
    consumed = input.count - fromCount
    produced = output.count - toCount
    guard result == -1 else { return .finished }
    switch reason {
    case E2BIG: return .outputFull
    case EINVAL: return .incomplete
    default: return .invalid
    }
  }
}
