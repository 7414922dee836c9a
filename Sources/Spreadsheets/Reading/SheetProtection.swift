/// The protection of a sheet against changes by hand.
///
/// Source: ECMA-376-1:2016, 18.3.1.85 `sheetProtection`.
public struct SheetProtection: Hashable, Sendable {
  /// Whether lifting it asks for a password.
  public var hasPassword: Bool

  /// Makes a protection.
  public init(hasPassword: Bool) {
    self.hasPassword = hasPassword
  }
}
