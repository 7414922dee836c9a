/// The target of a hyperlink.
public enum LinkTarget: Hashable, Sendable {
  /// A location in this workbook: `'Sheet 1'!A1`, or a defined name.
  case location(String)
  /// An external address: `https://…`, `mailto:…` or a file.
  case address(String)
}
