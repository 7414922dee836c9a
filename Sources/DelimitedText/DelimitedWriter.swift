/// Writes records as delimited text (RFC 4180), field by field, in constant memory.
///
///     var writer = try DelimitedWriter(ByteOutput())
///     try writer.append(["项目", "=1+1"])
///     try writer.finish()
///     writer.bytes  // 项目,'=1+1
package struct DelimitedWriter: ~Copyable {
  /// The options; Excel and WPS open the default form correctly.
  package struct Options: Sendable {
    /// The delimiter.
    package var dialect = Dialect.comma
    /// The line ending of records.
    package var lineEnding = LineEnding.carriageReturnLineFeed
    /// The encoding.
    package var encoding = OutputEncoding.utf8WithMark
    /// Whether text that looks like a formula is guarded (``FormulaGuard``).
    package var guardsFormulas = true

    /// Makes the default options.
    package init() {}
  }

  /// The number of the current record, from 1.
  package private(set) var row = 1
  /// The number of fields in the current record.
  package private(set) var fieldCount = 0

  @usableFromInline var output: ByteOutput
  /// One field before transcoding.
  private var scratch = ByteOutput()
  private var converter: EncodingConverter?
  private let options: Options
  private let delimiter: UInt8

  /// Begins the text on `output` with the encoding's byte order mark.
  ///
  /// - Throws: ``TextEncodingError`` if iconv lacks the encoding, or what the output throws.
  package init(_ output: consuming ByteOutput, options: Options = Options()) throws {
    self.output = output
    self.options = options
    delimiter = options.dialect.delimiter
    converter = nil
    try begin()
  }

  /// The bytes written, if the output is in memory.
  package var bytes: [UInt8] { output.bytes }

  private mutating func begin() throws {
    for byte in options.encoding.mark { try output.append(byte) }
    let encoding = options.encoding.encoding
    guard encoding != .utf8 else { return }
    converter = EncodingConverter(from: "UTF-8", to: encoding.name)
    if converter == nil { throw TextEncodingError.unknown(name: encoding.name) }
  }
}

// MARK: - Fields

extension DelimitedWriter {
  /// Appends text, guarded if it looks like a formula and quoted if necessary.
  ///
  /// - Throws: ``TextEncodingError/unencodable(_:_:row:column:)``, or what the output throws.
  package mutating func append(text bytes: UnsafeBufferPointer<UInt8>) throws {
    let guarded = options.guardsFormulas && FormulaGuard.needsGuard(bytes)
    try appendField(bytes, guarded: guarded)
  }

  /// Appends text, guarded if it looks like a formula and quoted if necessary.
  package mutating func append(text: String) throws {
    var copy = text
    try copy.withUTF8 { try append(text: $0) }
  }

  /// Appends a value that is not text, such as a number or a date: never guarded, quoted if necessary.
  package mutating func append(literal bytes: UnsafeBufferPointer<UInt8>) throws {
    try appendField(bytes, guarded: false)
  }

  /// Appends a value that is not text, such as a number or a date: never guarded, quoted if necessary.
  package mutating func append(literal: String) throws {
    var copy = literal
    try copy.withUTF8 { try append(literal: $0) }
  }

  /// Appends an empty field.
  package mutating func appendEmpty() throws {
    try separate()
  }

  /// Appends a number of at most `maximumByteCount` bytes, which `write` stores and counts.
  ///
  /// No delimiter is a character of a number, so the bytes need no check.
  @inlinable package mutating func append(
    maximumByteCount: Int, number write: (UnsafeMutablePointer<UInt8>) -> Int
  ) throws {
    try separate()
    if isTranscoding {
      let text = UnsafeMutablePointer<UInt8>.allocate(capacity: maximumByteCount)
      defer { text.deallocate() }
      try transcode(UnsafeBufferPointer(start: text, count: write(text)))
    } else {
      let target = try output.reserve(maximumByteCount)
      output.commit(write(target))
    }
  }

  /// Ends the record.
  package mutating func endRecord() throws {
    switch options.lineEnding {
    case .carriageReturnLineFeed:
      try appendUnit(0x0D)
      try appendUnit(0x0A)
    case .lineFeed: try appendUnit(0x0A)
    }
    row += 1
    fieldCount = 0
  }

  /// Appends a record of texts.
  package mutating func append(_ texts: some Sequence<String>) throws {
    for text in texts { try append(text: text) }
    try endRecord()
  }

  /// Writes buffered bytes to the output.
  package mutating func finish() throws { try output.flush() }
}

// MARK: - Bytes

extension DelimitedWriter {
  @usableFromInline var isTranscoding: Bool { converter != nil }

  /// Counts a field and writes the delimiter before all but the first.
  @usableFromInline mutating func separate() throws {
    fieldCount += 1
    if fieldCount > 1 { try appendUnit(delimiter) }
  }

  private mutating func appendField(
    _ bytes: UnsafeBufferPointer<UInt8>, guarded: Bool
  ) throws {
    try separate()
    guard isTranscoding else {
      try Self.put(bytes, guarded: guarded, quoted: needsQuotes(bytes), into: &output)
      return
    }
    scratch.removeAll()
    try Self.put(bytes, guarded: guarded, quoted: needsQuotes(bytes), into: &scratch)
    try transcode(UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: scratchBytes[...])))
  }

  private var scratchBytes: UnsafeMutableBufferPointer<UInt8> {
    scratch.pending(from: 0).bindMemory(to: UInt8.self)
  }

  private func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes
    where byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D {
      return true
    }
    // At the start of the output, text could be read as a byte order mark or a separator line.
    guard row == 1, fieldCount == 1 else { return false }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF])
      || bytes.prefix(4).elementsEqual("sep=".utf8) { $0 | 0x20 == $1 || $0 == $1 }
  }

  private static func put(
    _ bytes: UnsafeBufferPointer<UInt8>, guarded: Bool, quoted: Bool, into output: inout ByteOutput
  ) throws {
    guard quoted else {
      if guarded { try output.append(0x27) }
      try output.append(bytes)
      return
    }
    try output.append(0x22)
    if guarded { try output.append(0x27) }
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x22 {
      try output.append(UnsafeBufferPointer(rebasing: bytes[start...index]))
      start = index
    }
    try output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    try output.append(0x22)
  }

  private mutating func appendUnit(_ byte: UInt8) throws {
    guard options.encoding == .utf16 else { return try output.append(byte) }
    try output.append(byte)
    try output.append(0)
  }

  @usableFromInline mutating func transcode(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let input = UnsafeMutableRawBufferPointer(mutating: UnsafeRawBufferPointer(bytes))
    var consumed = 0
    while consumed < bytes.count {
      // No target encoding needs more than four bytes for a byte of UTF-8.
      let room = min((bytes.count - consumed) * 4, 64 << 10)
      let target = try output.reserve(room)
      var produced = 0
      let outcome = converter?.convert(
        input, &consumed,
        into: UnsafeMutableRawBufferPointer(start: target, count: room), &produced)
      output.commit(produced)
      switch outcome {
      case .finished?, .outputFull?: continue
      case .incomplete?, .invalid?, nil: throw unencodable(bytes, at: consumed)
      }
    }
  }

  private func unencodable(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> TextEncodingError {
    let text = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
    return .unencodable(
      text.unicodeScalars.first ?? "\u{FFFD}", options.encoding.encoding, row: row,
      column: fieldCount)
  }
}

extension DelimitedWriter {
  /// The encoded text of `records`.
  ///
  /// - Throws: ``TextEncodingError`` for a character that the encoding lacks.
  package static func bytes(
    of records: some Sequence<[String]>, options: Options = Options()
  ) throws -> [UInt8] {
    var writer = try DelimitedWriter(ByteOutput(), options: options)
    for record in records { try writer.append(record) }
    return writer.bytes
  }
}
