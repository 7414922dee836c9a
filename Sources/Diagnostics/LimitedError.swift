/// An error that may be about a safety limit, however many layers lie between.
///
/// A program that lets its users raise limits can say how; the message itself does not know.
package protocol LimitedError: PhrasedError {
  /// The limit that was passed, if that is what the error is about.
  var exceededLimit: Limit? { get }
}

extension LimitExceeded: LimitedError {
  package var exceededLimit: Limit? { limit }
}
