/// What is said of a sheet's ranges while it is written; it follows the rows in the part.
struct SheetFeatures {
  struct Link {
    var range: CellRange
    var target: LinkTarget
    var tip: String?
  }

  var merged: [CellRange] = []
  var validations: [([CellRange], ValidationRule)] = []
  var formats: [([CellRange], ConditionalFormat, Int)] = []
  var links: [Link] = []
  var filter: CellRange?
  var protection: ProtectionOptions?

  /// The relationship identifiers of links that lead outside, in the order of the links.
  var addresses: [String] {
    links.compactMap {
      guard case .address(let address) = $0.target else { return nil }
      return address
    }
  }

  /// Throws when two merged ranges overlap.
  ///
  /// Ranges are visited from top to bottom with those in hand that reach down to the current row, so the
  /// cost is that of sorting for ranges that lie side by side or one below the other.
  func check(sheet: String) throws {
    var active: [CellRange] = []
    for range in merged.sorted(by: { ($0.firstRow, $0.firstColumn) < ($1.firstRow, $1.firstColumn) }
    ) {
      active.removeAll { $0.lastRow < range.firstRow }
      if let other = active.first(where: {
        $0.firstColumn <= range.lastColumn && range.firstColumn <= $0.lastColumn
      }) {
        throw WorkbookWriterError(
          .mergeOverlap(other.description), sheet: sheet, cell: range.description)
      }
      active.append(range)
    }
  }
}
