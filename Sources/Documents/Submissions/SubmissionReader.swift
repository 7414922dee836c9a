import DelimitedText
package import Diagnostics

/// Makes grids and paragraphs out of whatever an agency sends in.
package struct SubmissionReader: Sendable {
  /// The safety limits.
  package var limits: Limits
  /// The encoding of text inputs as a person names it; nil to detect it.
  package var encoding: String?
  /// Whether the sheets that we add to a workbook are read as well; without, they are left empty where no
  /// formula looks into them.
  package var readsOwnSheets = true

  /// Makes a reader.
  package init(limits: Limits = .standard, encoding: String? = nil) {
    self.limits = limits
    self.encoding = encoding
  }

  /// Reads `file`, whatever it is.
  ///
  /// - Throws: ``SubmissionError`` for a kind that is not read here; the errors of the readers below;
  ///   all are `PhrasedError`.
  package func read(_ file: Input) throws -> GridDocument {
    try read(file, recognise(file))
  }

  /// Looks into `file`, without reading it.
  ///
  /// - Throws: `ByteSourceError`, `ZipError`, `LimitExceeded`.
  package func recognise(_ file: Input) throws -> RecognisedSubmission {
    try SubmissionKind.recognise(file, limits: limits)
  }

  /// Reads `file`, which was looked into before.
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
