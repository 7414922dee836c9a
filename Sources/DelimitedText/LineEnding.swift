/// What ends a record.
package enum LineEnding: Sendable, Hashable {
  /// CR LF, as RFC 4180 has it.
  case carriageReturnLineFeed
  /// LF, as text tools expect it.
  case lineFeed
}
