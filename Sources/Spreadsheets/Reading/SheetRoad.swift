/// By which road the cells of a sheet were read.
package enum SheetRoad: Hashable, Sendable {
  /// All by libxml2: the scanner was not asked, or the sheet gave it no place to begin.
  case parser
  /// All by the scanner.
  case scanner
  /// By the scanner up to that line of the sheet's part, then by libxml2.
  case scannerUntil(line: Int)
}
