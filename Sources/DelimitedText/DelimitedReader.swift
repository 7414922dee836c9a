package import Diagnostics

/// Reads records of delimited text, one at a time and in constant memory.
///
/// RFC 4180 with the leniency of Excel: CR, LF and CRLF end a record, also mixed; a quote inside an unquoted
/// field is a character; text after a closing quote belongs to the field; records may differ in length; a
/// first line `sep=;` sets the delimiter and is not a record. NUL bytes are kept.
///
/// The fields of the current record are bytes in the reader's buffer; ``text(at:)`` makes a String.
///
///     var reader = try DelimitedReader(ByteSource(path: "report.csv"))
///     while try reader.next() { print(reader.line, reader.text(at: 0)) }
package struct DelimitedReader: ~Copyable {
  /// The options; all have defaults.
  package struct Options: Sendable {
    /// The encoding; nil to detect it.
    package var encoding: TextEncoding?
    /// The delimiter; nil to take it from the `sep=` line or detect it from the first records.
    package var dialect: Dialect?
    /// Whether the formula guard, an apostrophe, is removed.
    package var removesFormulaGuard = true
    /// The safety limits.
    package var limits = Limits.standard

    /// Makes the default options.
    package init() {}
  }

  /// One field of the current record: a range of the buffer.
  @usableFromInline struct Field {
    @usableFromInline var start: Int
    @usableFromInline var end: Int
    @usableFromInline var wasQuoted: Bool
    @usableFromInline var wasGuarded: Bool
  }

  enum State { case fieldStart, unquoted, quoted, afterQuote, afterClosedQuote }

  /// The delimiter in use.
  package internal(set) var dialect: Dialect
  /// The physical line on which the current record begins, from 1.
  package internal(set) var line = 1
  /// The number of the current record, from 1; blank lines count, a `sep=` line does not.
  package internal(set) var row = 0
  /// The number of fields in the current record; a blank line is one empty field.
  @inlinable package var fieldCount: Int { count }
  /// The encoding of the text; nil while all of it is ASCII.
  package var encoding: TextEncoding? { decoder.encoding }

  var decoder: TextDecoder
  let limits: Limits
  let maximumRows: Int
  let maximumColumns: Int
  let maximumFieldBytes: Int
  let removesFormulaGuard: Bool

  /// The decoded text is `buffer[..<end]`; the current record starts at `recordStart`.
  @usableFromInline var buffer: UnsafeMutablePointer<UInt8>
  var capacity: Int
  var end = 0
  @usableFromInline var recordStart = 0
  var position = 0
  var isAtEnd = false
  /// Decoded bytes before the buffer that were dropped.
  var droppedByteCount = 0

  @usableFromInline var fields: UnsafeMutablePointer<Field>
  var fieldCapacity = 64
  @usableFromInline var count = 0

  var state = State.fieldStart
  /// Whether a field of the current record may begin with a formula guard.
  var hasApostrophe = false
  /// The line of ``position``.
  var currentLine = 1
  /// The start of the current field and the offset of its next byte, from the start of the record.
  var fieldStart = 0
  var writeOffset = 0
  /// The offset of the current field's opening quote, for error messages.
  var quoteOffset = 0
  var quoteLine = 1
  /// Whether a CR ended the last record, so that an LF directly after it belongs to it.
  var skipsLineFeed = false

  /// Opens the text of `source` and determines the delimiter.
  ///
  /// - Throws: ``ByteSourceError``, ``TextEncodingError``, `LimitExceeded`.
  package init(_ source: consuming ByteSource, options: Options = Options()) throws {
    decoder = TextDecoder(unopened: source, limits: options.limits)
    limits = options.limits
    maximumRows = limits[.rows]
    maximumColumns = limits[.columns]
    maximumFieldBytes = limits[.fieldBytes]
    removesFormulaGuard = options.removesFormulaGuard
    dialect = options.dialect ?? .comma
    capacity = 256 << 10
    buffer = .allocate(capacity: capacity)
    fields = .allocate(capacity: fieldCapacity)
    try decoder.open(encoding: options.encoding)
    try settleDialect(named: options.dialect)
  }

  private mutating func settleDialect(named: Dialect?) throws {
    try fill(atLeast: 64 << 10)
    let window = UnsafeBufferPointer(start: buffer, count: end)
    if let line = SeparatorLine(window) {
      position = line.byteCount
      currentLine = 2
      if named == nil { dialect = line.dialect }
    } else if named == nil {
      dialect = DialectDetector.dialect(of: window)
    }
    recordStart = position
  }

  deinit {
    buffer.deallocate()
    fields.deallocate()
  }

  /// The bytes of a field, without quotes and guard; valid until the next call of ``next()``.
  @inlinable package func bytes(at index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let field = fields[index]
    return UnsafeBufferPointer(
      start: buffer + recordStart + field.start, count: field.end - field.start)
  }

  /// The text of a field, without quotes and guard; empty beyond the last field.
  package func text(at index: Int) -> String {
    String(decoding: bytes(at: index), as: UTF8.self)
  }

  /// The texts of all fields of the current record.
  package var texts: [String] { (0..<fieldCount).map { text(at: $0) } }

  /// Whether a field was quoted.
  @inlinable package func wasQuoted(at index: Int) -> Bool {
    index >= 0 && index < count && fields[index].wasQuoted
  }

  /// Whether a formula guard was removed from a field: it is then text, even if it looks like a number.
  @inlinable package func wasGuarded(at index: Int) -> Bool {
    index >= 0 && index < count && fields[index].wasGuarded
  }

  /// Whether the current record is a blank line.
  @inlinable package var isBlank: Bool {
    count == 1 && fields[0].start == fields[0].end && !fields[0].wasQuoted
  }
}
