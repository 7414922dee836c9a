/// An error that says in every language what was found, what was expected and what to do.
public protocol PhrasedError: Error, CustomStringConvertible {
  /// The message: one line, without the file's name, which the caller knows and puts in front.
  var phrase: Phrase { get }
}

extension PhrasedError {
  /// The English message.
  public var description: String { phrase.en }
}
