extension StringProtocol {
  /// The text cut to 80 Unicode scalars for a message, with an ellipsis where it is cut.
  ///
  /// - Complexity: O(1).
  public var excerpt: String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return String(self) }
    return String(self[..<end]) + "…"
  }
}
