/// The line ending of records.
package enum LineEnding: Sendable, Hashable {
  /// CR LF, as in RFC 4180.
  case carriageReturnLineFeed
  /// LF, for text tools.
  case lineFeed
}
