/// The apostrophe that keeps spreadsheet programs from evaluating text of a CSV file as a formula.
///
/// Text that matches `'*[=+\-@\t\r]…` is written with an additional `'` in front. Reading removes exactly one
/// from such text, so a round trip does not change it. Numbers are never guarded.
package enum FormulaGuard {
  /// Whether text of these bytes must be written with an additional apostrophe.
  package static func needsGuard(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, bytes[index] == 0x27 { index += 1 }
    return index < bytes.count && startsFormula(bytes[index])
  }

  /// Whether these bytes were written with an apostrophe, which reading removes.
  package static func isGuarded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > 1 && bytes[0] == 0x27 && needsGuard(bytes)
  }

  /// `text` as written to a file.
  package static func adding(to text: String) -> String {
    var copy = text
    let needed = copy.withUTF8 { needsGuard($0) }
    return needed ? "'" + text : text
  }

  /// `text` as it was before writing.
  package static func removing(from text: String) -> String {
    var copy = text
    let guarded = copy.withUTF8 { isGuarded($0) }
    return guarded ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// `=`, `+`, `-`, `@`, tab and carriage return, with which a formula starts in spreadsheet programs.
  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
}
