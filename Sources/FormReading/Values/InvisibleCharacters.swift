extension String {
  /// The text without zero-width characters: soft hyphens, joiners, directional marks and byte order marks.
  ///
  /// - Complexity: O(*n*) in the bytes.
  var withoutInvisibleCharacters: String {
    // They begin with one of these bytes in UTF-8
    guard utf8.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }),
      unicodeScalars.contains(where: \.isInvisible)
    else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.lazy.filter { !$0.isInvisible }))
  }
}

extension Unicode.Scalar {
  /// Whether the character has no width and does not change a number.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }
}
