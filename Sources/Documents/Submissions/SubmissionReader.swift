import DelimitedText
package import Diagnostics

/// Reads a submission as grids and paragraphs.
package struct SubmissionReader: Sendable {
  /// The safety limits.
  package var limits: Limits
  /// The encoding of text inputs, as named by the user; nil to detect it.
  package var encoding: String?
  /// Whether generated sheets are read as well; otherwise they are empty, unless a formula refers to them.
  package var readsOwnSheets = true

  /// Makes a reader.
  package init(limits: Limits = .standard, encoding: String? = nil) {
    self.limits = limits
    self.encoding = encoding
  }

  /// Reads `file`, of any kind.
  ///
  /// - Throws: ``SubmissionError`` for a kind that is not read here; the errors of the readers below;
  ///   all are `PhrasedError`.
  package func read(_ file: Input) throws -> GridDocument {
    try read(file, recognise(file))
  }

  /// Recognises `file`, without reading it.
  ///
  /// - Throws: `ByteSourceError`, `ZipError`, `LimitExceeded`.
  package func recognise(_ file: Input) throws -> RecognisedSubmission {
    try SubmissionKind.recognise(file, limits: limits)
  }

  /// Reads `file`, which was recognised before.
  ///
  /// - Throws: As ``read(_:)``.
  package func read(
    _ file: Input, _ recognised: RecognisedSubmission
  ) throws -> GridDocument {
    switch recognised.kind {
    case .workbook: try readWorkbook(file, recognised.container)
    case .wordDocument: try readWordDocument(file, recognised.container)
    case .delimitedText: try readDelimitedText(file)
    case .webPage: try readWebPage(file)
    case .plainText: try readPlainText(file)
    case .json: throw SubmissionError.json
    case .foreign(let kind): throw SubmissionError.unreadable(kind)
    }
  }

  /// The encoding that was named, if one was.
  ///
  /// - Throws: `TextEncodingError.unknown`.
  func namedEncoding() throws -> TextEncoding? {
    guard let encoding else { return nil }
    return try TextEncoding(named: encoding)
  }
}
