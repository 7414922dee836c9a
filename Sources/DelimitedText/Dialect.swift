/// The delimiter of delimited text; quotes are always `"` (RFC 4180).
package struct Dialect: Sendable, Hashable {
  /// The byte between two fields: tab, space, or ASCII punctuation that is not used by numbers, quotes or
  /// guards.
  package let delimiter: UInt8

  /// Comma-separated values.
  package static let comma = Dialect(known: 0x2C)
  /// Semicolon-separated values, as Excel writes them where the comma is the decimal separator.
  package static let semicolon = Dialect(known: 0x3B)
  /// Tab-separated values.
  package static let tab = Dialect(known: 0x09)

  private init(known delimiter: UInt8) { self.delimiter = delimiter }

  /// Makes the dialect with `delimiter`, or nil for a byte that cannot separate fields.
  package init?(delimiter: UInt8) {
    let isUsable =
      switch delimiter {
      case 0x09, 0x20, 0x21, 0x23...0x26, 0x28...0x2A, 0x2C, 0x2F, 0x3A...0x3C, 0x3E, 0x3F: true
      case 0x5B...0x60, 0x7B...0x7E: true
      default: false
      }
    guard isUsable else { return nil }
    self.delimiter = delimiter
  }

  /// Parses a dialect's name: one ASCII character, `\t`, `tab`, `comma` or `semicolon`.
  package init?(name: String) {
    switch name.lowercased() {
    case "tab", "\\t": self = .tab
    case "comma": self = .comma
    case "semicolon": self = .semicolon
    default:
      guard name.utf8.count == 1, let byte = name.utf8.first else { return nil }
      self.init(delimiter: byte)
    }
  }
}
