/// What a sheet must know before its first row: how it is shown, its columns, how it is printed.
public struct SheetLayout: Hashable, Sendable {
  /// Whether a sheet's tab is shown.
  public enum Visibility: String, Hashable, Sendable, CaseIterable {
    /// The tab is shown.
    case visible
    /// The tab is hidden; the user may show it.
    case hidden
    /// The tab is hidden, and only a program can show it.
    case veryHidden
  }

  /// Whether the sheet's tab is shown.
  public var visibility: Visibility
  /// The colour of the sheet's tab, if it has one.
  public var tabColor: CellColor?
  /// Whether this is the sheet that is shown when the workbook opens; the last that says so wins.
  public var isActive: Bool
  /// The cell that the cursor stands on.
  public var activeCell: CellReference
  /// The rows at the top and the columns on the left that stay in view.
  public var frozen: FrozenPanes?
  /// Whether the lines between cells are drawn on the screen.
  public var showsGridLines: Bool
  /// The magnification in per cent, 10 to 400.
  public var zoom: Int
  /// The columns that have a width, style or state of their own, in ascending order.
  public var columns: [ColumnLayout]
  /// The width of all other columns in characters of the standard font; `nil` leaves it to the program.
  public var standardColumnWidth: Double?
  /// The height of rows that have none of their own, in points; `nil` leaves it to the program.
  public var standardRowHeight: Double?
  /// The range that the cells will fill, if that is known; a hint for readers.
  public var dimension: CellRange?
  /// How the sheet is printed; `nil` leaves it to the program.
  public var print: PrintSetup?

  /// Makes a layout.
  public init(
    visibility: Visibility = .visible, tabColor: CellColor? = nil, isActive: Bool = false,
    activeCell: CellReference = CellReference(row: 1, column: 1), frozen: FrozenPanes? = nil,
    showsGridLines: Bool = true,
    zoom: Int = 100, columns: [ColumnLayout] = [], standardColumnWidth: Double? = nil,
    standardRowHeight: Double? = nil, dimension: CellRange? = nil, print: PrintSetup? = nil
  ) {
    self.visibility = visibility
    self.tabColor = tabColor
    self.isActive = isActive
    self.activeCell = activeCell
    self.frozen = frozen
    self.showsGridLines = showsGridLines
    self.zoom = zoom
    self.columns = columns
    self.standardColumnWidth = standardColumnWidth
    self.standardRowHeight = standardRowHeight
    self.dimension = dimension
    self.print = print
  }
}
