/// Which reader read the cells of a sheet, or the shared strings.
package enum ReadingPath: Hashable, Sendable {
  /// Why the scanner was not used.
  package enum Reason: Hashable, Sendable, CaseIterable {
    /// It is turned off: ``Workbook/usesScanner``.
    case notAsked
    /// The limits are below the size of its buffer.
    case narrowLimits
    /// The part has no cells: `<sheetData/>`, or none at all.
    case noCells
    /// The part has no plain start tag after which it could begin.
    case noPlace
    /// The part's encoding is not UTF-8.
    case encoding
    /// The prefix of the elements is too long for it.
    case longPrefix
  }

  /// libxml2 alone.
  case parser(Reason)
  /// The scanner alone.
  case scanner
  /// The scanner up to that line of the part, then libxml2, because of markup that begins like this.
  case scannerUntil(line: Int, before: String)
}
