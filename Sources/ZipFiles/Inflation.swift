/// The inflater for the entries of an archive.
///
/// Both return the same bytes and throw the same errors.
package enum Inflation: Sendable, Hashable, CaseIterable {
  /// ISA-L on the raw bytes, if the package is built with the trait `ISAL`; otherwise as ``zlib``.
  case fastest
  /// libzip's own reading, with zlib.
  case zlib
}
