/// An error whose localized message states what was found, what was expected and what to do.
public protocol PhrasedError: Error, CustomStringConvertible {
  /// The message: one line without the file name, which the caller puts in front.
  var phrase: Phrase { get }
}

extension PhrasedError {
  /// The English message.
  public var description: String { phrase.en }
}
