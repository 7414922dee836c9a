package import Diagnostics

/// Decodes text of any encoding to UTF-8, in chunks and in constant memory.
///
/// The encoding is detected unless it is named (``EncodingDetector``). A byte order mark takes precedence
/// over a named encoding, and is not part of the text. The output is always valid UTF-8.
package struct TextDecoder: ~Copyable {
  /// The encoding; nil while all that was read is ASCII and none is named.
  package private(set) var encoding: TextEncoding?
  /// The number of bytes of the byte order mark.
  package private(set) var markByteCount = 0

  private var source: ByteSource
  private let limits: Limits
  private var converter: EncodingConverter?
  private var validation = UTF8Validation()
  /// Raw bytes that are read ahead: `staging[stagedStart..<stagedEnd]`.
  private let staging: UnsafeMutableRawBufferPointer
  private var stagedStart = 0
  private var stagedEnd = 0
  /// The input offset of `staging[stagedStart]`.
  private var inputOffset = 0
  private var readByteCount = 0
  private var isAtEnd = false

  /// The number of bytes from which the encoding is detected.
  private static let windowByteCount = 64 << 10

  /// Opens the text of `source`.
  ///
  /// - Throws: ``ByteSourceError``, or `LimitExceeded` for `text-bytes`.
  package init(
    _ source: consuming ByteSource, encoding named: TextEncoding? = nil,
    limits: Limits = .standard
  ) throws {
    self.init(unopened: source, limits: limits)
    try open(encoding: named)
  }

  /// Stores the source without reading from it; ``open(encoding:)`` must follow.
  init(unopened source: consuming ByteSource, limits: Limits) {
    self.source = source
    self.limits = limits
    staging = .allocate(byteCount: Self.windowByteCount, alignment: 16)
    encoding = nil
  }

  /// Reads the beginning and determines the encoding, if it decides.
  mutating func open(encoding named: TextEncoding?) throws {
    try fillStaging()
    let window = UnsafeRawBufferPointer(rebasing: staging[..<stagedEnd])
    if let mark = EncodingDetector.mark(window) {
      markByteCount = mark.byteCount
      stagedStart = mark.byteCount
      inputOffset = mark.byteCount
      try settle(mark.encoding)
    } else if let named {
      try settle(named)
    } else if let found = EncodingDetector.unmarkedUTF16(window, isWhole: isAtEnd) {
      try settle(found)
    }
  }

  deinit { staging.deallocate() }

  /// Reads up to `output.count` bytes of UTF-8 and returns their number; 0 at the end.
  ///
  /// A character may be split between two calls. `output` must hold at least eight bytes.
  /// - Throws: ``TextEncodingError`` at an undecodable byte, ``ByteSourceError``,
  ///   or `LimitExceeded` for `text-bytes`.
  package mutating func read(into output: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      if encoding == nil {
        if stagedStart == stagedEnd { try fillStaging() }
        if stagedStart == stagedEnd { return 0 }
        let count = copyASCII(into: output)
        if count > 0 { return count }
        try detect()
      }
      guard converter != nil else { return try readUTF8(into: output) }
      let count = try convertStaged(into: output)
      if count > 0 { return count }
      if isAtEnd && stagedStart == stagedEnd { return 0 }
    }
  }

  // MARK: - UTF-8

  private mutating func readUTF8(into output: UnsafeMutableRawBufferPointer) throws -> Int {
    var count = min(stagedEnd - stagedStart, output.count)
    if count > 0 {
      output.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: staging[stagedStart..<(stagedStart + count)]))
      stagedStart += count
    } else {
      count = try source.read(into: output)
      try countRead(count)
    }
    guard count > 0 else {
      guard validation.isComplete else {
        throw TextEncodingError.truncated(
          .utf8, byteOffset: inputOffset - validation.pendingByteCount)
      }
      return 0
    }
    let read = UnsafeRawBufferPointer(rebasing: output[..<count])
    if let fault = validation.firstError(read) {
      // A sequence left open by the previous call starts before this buffer.
      let start = fault - validation.pendingByteCount
      throw TextEncodingError.undecodable(.utf8, byteOffset: inputOffset + start)
    }
    inputOffset += count
    return count
  }

  // MARK: - Other encodings

  private mutating func convertStaged(
    into output: UnsafeMutableRawBufferPointer
  ) throws -> Int {
    if stagedStart == stagedEnd { try fillStaging() }
    let input = UnsafeMutableRawBufferPointer(rebasing: staging[stagedStart..<stagedEnd])
    var consumed = 0
    var produced = 0
    guard let outcome = converter?.convert(input, &consumed, into: output, &produced)
    else { return 0 }
    stagedStart += consumed
    inputOffset += consumed
    switch outcome {
    case .finished, .outputFull: return produced
    case .incomplete:
      if produced == 0 {
        try fillStaging()
        if isAtEnd && stagedEnd - stagedStart == input.count - consumed {
          throw TextEncodingError.truncated(encoding ?? .utf8, byteOffset: inputOffset)
        }
      }
      return produced
    case .invalid:
      // The characters before the invalid one are returned first; the next call fails at it again.
      if produced > 0 { return produced }
      throw TextEncodingError.undecodable(encoding ?? .utf8, byteOffset: inputOffset)
    }
  }

  // MARK: - Detection

  private mutating func settle(_ found: TextEncoding) throws {
    encoding = found
    guard found != .utf8 else { return }
    converter = EncodingConverter(from: found.name, to: "UTF-8")
    if converter == nil { throw TextEncodingError.unknown(name: found.name) }
  }

  private mutating func copyASCII(into output: UnsafeMutableRawBufferPointer) -> Int {
    let bound = min(stagedEnd - stagedStart, output.count)
    var count = 0
    let base = UnsafeRawBufferPointer(staging)
    while count &+ 8 <= bound {
      let word = base.loadUnaligned(fromByteOffset: stagedStart &+ count, as: UInt64.self)
      guard word & 0x8080_8080_8080_8080 == 0 else { break }
      count &+= 8
    }
    while count < bound, base[stagedStart &+ count] < 0x80 { count &+= 1 }
    output.copyMemory(
      from: UnsafeRawBufferPointer(rebasing: staging[stagedStart..<(stagedStart + count)]))
    stagedStart += count
    inputOffset += count
    return count
  }

  /// Determines the encoding from a window that begins with the first non-ASCII byte.
  private mutating func detect() throws {
    try fillStaging()
    let window = UnsafeRawBufferPointer(rebasing: staging[stagedStart..<stagedEnd])
    var check = UTF8Validation()
    guard let fault = check.firstError(window) else {
      return try settle(.utf8)
    }
    let offset = inputOffset + fault - check.pendingByteCount
    if isDamagedUTF8(window) { throw TextEncodingError.undecodable(.utf8, byteOffset: offset) }
    guard isGB18030(window) else { throw TextEncodingError.undetected(byteOffset: offset) }
    try settle(.gb18030)
  }

  /// Whether `window` is UTF-8 except for a few bytes; decoding it as GB 18030 would give wrong text.
  ///
  /// Text in other encodings has hardly any valid three-byte sequences.
  private func isDamagedUTF8(_ window: UnsafeRawBufferPointer) -> Bool {
    var check = UTF8Validation()
    var faults = 0
    var start = 0
    while start < window.count,
      let fault = check.firstError(UnsafeRawBufferPointer(rebasing: window[start...]))
    {
      faults += 1
      // The invalid byte may begin the next sequence.
      start += check.pendingByteCount > 0 ? fault : fault + 1
      check.restart()
    }
    return check.longSequenceCount > 4 * faults
  }

  private func isGB18030(_ window: UnsafeRawBufferPointer) -> Bool {
    guard var trial = EncodingConverter(from: TextEncoding.gb18030.name, to: "UTF-8") else {
      return false
    }
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
    defer { scratch.deallocate() }
    var consumed = 0
    while true {
      var produced = 0
      switch trial.convert(
        UnsafeMutableRawBufferPointer(mutating: window), &consumed, into: scratch, &produced)
      {
      case .finished: return true
      case .outputFull: continue
      case .incomplete: return !isAtEnd
      case .invalid: return false
      }
    }
  }

  // MARK: - Reading ahead

  /// Moves the staged bytes to the front and reads until the window is full or the input ends.
  private mutating func fillStaging() throws {
    if stagedStart > 0 {
      let rest = UnsafeRawBufferPointer(rebasing: staging[stagedStart..<stagedEnd])
      staging.copyMemory(from: rest)
      stagedEnd -= stagedStart
      stagedStart = 0
    }
    while stagedEnd < staging.count, !isAtEnd {
      let free = UnsafeMutableRawBufferPointer(rebasing: staging[stagedEnd...])
      let count = try source.read(into: free)
      try countRead(count)
      if count == 0 { isAtEnd = true }
      stagedEnd += count
    }
  }

  private mutating func countRead(_ count: Int) throws {
    readByteCount += count
    try limits.check(.textBytes, readByteCount)
  }
}

extension TextDecoder {
  /// The text of `bytes`, and its encoding.
  ///
  /// - Throws: The errors of ``read(into:)``.
  package static func text(
    of bytes: [UInt8], encoding: TextEncoding? = nil, limits: Limits = .standard
  ) throws -> (text: String, encoding: TextEncoding) {
    var decoder = try TextDecoder(ByteSource(bytes: bytes), encoding: encoding, limits: limits)
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { chunk.deallocate() }
    var decoded: [UInt8] = []
    while case let count = try decoder.read(into: chunk), count > 0 {
      decoded.append(contentsOf: chunk[..<count])
    }
    return (String(decoding: decoded, as: UTF8.self), decoder.encoding ?? .utf8)
  }
}
