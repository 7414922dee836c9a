/// The range features of a sheet that is being written; they follow the rows in the part.
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

  /// The addresses of external hyperlinks, in the order of the links.
  var addresses: [String] {
    links.compactMap {
      guard case .address(let address) = $0.target else { return nil }
      return address
    }
  }

  /// Throws if two merged ranges overlap.
  ///
  /// Ranges are visited from top to bottom, and those that extend to the current row are remembered; for
  /// ranges next to or below each other the cost is that of sorting.
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
