/// What inflates the entries of an archive.
///
/// Both give the same bytes and the same errors.
package enum Inflation: Sendable, Hashable, CaseIterable {
  /// ISA-L on the raw bytes, where the package is built with the trait `ISAL`; otherwise as ``zlib``.
  case fastest
  /// libzip's own reading, by zlib.
  case zlib
}
