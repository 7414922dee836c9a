package import Documents

/// A sheet laid out for any file format: its cells with contents and roles, their sizes, merged areas and
/// entry rules, and its print settings.
package struct LaidOutSheet: Hashable, Sendable {
  /// A link from a cell to cells of the same workbook.
  package struct Link: Hashable, Sendable {
    /// The cell with the link.
    package var cell: GridReference
    /// The sheet of the target.
    package var sheet: String
    /// The target cells.
    package var target: GridRange
  }

  /// The sheet's name.
  package var name: String
  /// The cells, in no particular order, one per reference.
  package var cells: [LaidOutCell] = []
  /// Merged areas; the content is in their upper left cell.
  package var merges: [GridRange] = []
  /// The widths of the columns from the first on, in characters of the standard font.
  package var columnWidths: [Double] = []
  /// The heights of rows in points; other rows are as high as their text needs.
  package var rowHeights: [Int: Double] = [:]
  /// The rules for values entered into cells.
  package var entryRules: [EntryRule] = []
  /// The conditional styles of cells.
  package var highlights: [Highlight] = []
  /// Links between cells.
  package var links: [Link] = []
  /// How many rows at the top stay in view.
  package var frozenRows = 0
  /// How many columns on the left stay in view.
  package var frozenColumns = 0
  /// The rows that are printed at the top of every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Whether the page is in landscape orientation.
  package var isLandscape = false
  /// Whether the whole sheet is printed on one page.
  package var fitsOnePage = false
  /// The cell that is selected when the sheet is first shown.
  package var firstCell = GridReference(row: 1, column: 1)

  /// Makes an empty sheet.
  package init(name: String) { self.name = name }

  /// The last row with a cell.
  package var lastRow: Int { cells.map(\.reference.row).max() ?? 0 }
}
