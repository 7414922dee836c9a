extension Cell {
  /// The text that the cell shows if its column is wide enough.
  ///
  ///     Cell(CellReference(row: 1, column: 1), .number(0.5), format: NumberFormat(id: 9, code: "0%"))
  ///       .displayedText()  // "50%"
  ///
  /// - Complexity: Parses the format; for many cells of one format keep a ``DisplayFormat``.
  public func displayedText(in system: DateSystem = .from1900) -> String {
    switch value {
    case .empty: ""
    case .number(let number): DisplayFormat(format).text(of: number, in: system)
    case .text(let text): DisplayFormat(format).text(of: text)
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let error): error.code
    case .dateText(let text):
      system.serial(ofText: text).map { DisplayFormat(format).text(of: $0, in: system) } ?? text
    }
  }
}
