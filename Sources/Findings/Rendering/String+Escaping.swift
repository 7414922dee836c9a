import JSONText

extension String {
  /// The text with every character that could act on a terminal, break the line or turn the reading
  /// direction written as `\uXXXX`.
  package var withControlsEscaped: String {
    guard unicodeScalars.contains(where: JSONWriter.needsEscape) else { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      if JSONWriter.needsEscape(scalar) {
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
