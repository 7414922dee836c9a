import FormReading

/// One field of a delimited text's record, before it is quoted or guarded.
package enum RecordField: Hashable, Sendable {
  /// Text; it is guarded if it looks like a formula.
  case text(String)
  /// A number's text; it is never guarded.
  case number(String)

  /// The text.
  package var text: String {
    switch self {
    case .text(let text), .number(let text): text
    }
  }

  /// An empty text.
  static let empty = RecordField.text("")
}
