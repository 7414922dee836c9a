import Diagnostics

extension String {
  /// The text with characters that may control a terminal, break the line, change the reading direction or be
  /// invisible as `\uXXXX`, and bytes of a file name that are not UTF-8 as `\xHH`.
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
