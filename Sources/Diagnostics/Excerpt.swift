extension StringProtocol {
  /// The text as a message repeats it: cut after 80 Unicode scalars, with an ellipsis for the rest.
  ///
  /// - Complexity: O(1): no more of the text is looked at than is shown.
  public var excerpt: String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return String(self) }
    return String(self[..<end]) + "…"
  }
}
