/// The protection of a sheet against changes by users.
///
/// Source: ECMA-376-1:2016, 18.3.1.85 `sheetProtection`.
public struct SheetProtection: Hashable, Sendable {
  /// Whether a password is required to remove it.
  public var hasPassword: Bool

  /// Makes a protection.
  public init(hasPassword: Bool) {
    self.hasPassword = hasPassword
  }
}
