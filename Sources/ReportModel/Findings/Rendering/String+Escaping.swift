import Diagnostics

extension String {
  /// The text with every character that could act on a terminal, break the line, turn the reading
  /// direction or be overlooked written as `\uXXXX`, and a byte of a file's name that is no part of UTF-8
  /// as `\xHH`.
  package var withControlsEscaped: String {
    let text = shownFileName
    guard text.unicodeScalars.contains(where: JSONWriter.needsEscape) else { return text }
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      if JSONWriter.needsEscape(scalar) {
        escaped += JSONWriter.escape(scalar)
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
