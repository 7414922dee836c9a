/// By which road the cells of a sheet, or the shared strings, were read.
package enum ReadingPath: Hashable, Sendable {
  /// Why the scanner was given nothing to read.
  package enum Reason: Hashable, Sendable, CaseIterable {
    /// Nobody asked it: ``Workbook/usesScanner`` is off.
    case notAsked
    /// The limits are narrower than what it holds at a time.
    case narrowLimits
    /// The part has no cells: `<sheetData/>`, or none at all.
    case noCells
    /// The part has no plain start tag behind which it could begin.
    case noPlace
    /// The part is in another encoding than UTF-8.
    case encoding
    /// The prefix of the elements is longer than what it compares.
    case longPrefix
  }

  /// All by libxml2.
  case parser(Reason)
  /// All by the scanner.
  case scanner
  /// By the scanner up to that line of the part, then by libxml2, because of the markup that begins so.
  case scannerUntil(line: Int, before: String)
}
