/// Where a link in a cell leads.
public enum LinkTarget: Hashable, Sendable {
  /// A place in this workbook: `'Sheet 1'!A1`, or a defined name.
  case location(String)
  /// An address outside: `https://…`, `mailto:…` or a file.
  case address(String)
}
