/// An error that a safety limit may have caused, directly or through wrapped errors.
///
/// A program that lets users raise limits can explain how; the message itself does not.
package protocol LimitedError: PhrasedError {
  /// The exceeded limit, if one caused the error.
  var exceededLimit: Limit? { get }
}

extension LimitExceeded: LimitedError {
  package var exceededLimit: Limit? { limit }
}
