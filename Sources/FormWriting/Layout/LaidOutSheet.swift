package import Documents

/// A sheet laid out for any file format: what its cells hold and are for, how wide, high and merged they
/// are, what may be typed into them, and how it is printed.
package struct LaidOutSheet: Hashable, Sendable {
  /// A link from a cell to cells of the same workbook.
  package struct Link: Hashable, Sendable {
    /// The cell that is clicked on.
    package var cell: GridReference
    /// The sheet that it leads to.
    package var sheet: String
    /// The cells that it leads to.
    package var target: GridRange
  }

  /// The sheet's name.
  package var name: String
  /// The cells, in no certain order, one for each place.
  package var cells: [LaidOutCell] = []
  /// Merged areas; the content stands in their upper left cell.
  package var merges: [GridRange] = []
  /// The widths of the columns from the first on, in characters of the standard font.
  package var columnWidths: [Double] = []
  /// The heights of rows in points; other rows are as high as their text needs.
  package var rowHeights: [Int: Double] = [:]
  /// What may be typed into cells.
  package var entryRules: [EntryRule] = []
  /// When cells take another look.
  package var highlights: [Highlight] = []
  /// Links between cells.
  package var links: [Link] = []
  /// How many rows at the top stay in view.
  package var frozenRows = 0
  /// How many columns on the left stay in view.
  package var frozenColumns = 0
  /// The rows that are printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Whether the paper lies on its long side.
  package var isLandscape = false
  /// Whether all of it is to be printed on one page.
  package var fitsOnePage = false
  /// The cell that the cursor stands on when the sheet is first shown.
  package var firstCell = GridReference(row: 1, column: 1)

  /// Makes an empty sheet.
  package init(name: String) { self.name = name }

  /// The last row that holds a cell.
  package var lastRow: Int { cells.map(\.reference.row).max() ?? 0 }
}
