/// The properties of a sheet that precede its first row: its view, columns and page setup.
public struct SheetLayout: Hashable, Sendable {
  /// The visibility of a sheet.
  public enum Visibility: String, Hashable, Sendable, CaseIterable {
    /// The tab is shown.
    case visible
    /// The tab is hidden; the user can show it.
    case hidden
    /// The tab is hidden; only a program can show it.
    case veryHidden
  }

  /// The visibility of the sheet.
  public var visibility: Visibility
  /// The color of the sheet's tab, if it has one.
  public var tabColor: CellColor?
  /// Whether the sheet is active when the workbook opens; the last such sheet takes precedence.
  public var isActive: Bool
  /// The active cell.
  public var activeCell: CellReference
  /// The rows at the top and the columns on the left that stay in view.
  public var frozen: FrozenPanes?
  /// Whether grid lines are shown on the screen.
  public var showsGridLines: Bool
  /// The zoom in percent, 10 to 400.
  public var zoom: Int
  /// The columns with their own width, style or state, in ascending order.
  public var columns: [ColumnLayout]
  /// The width of all other columns in characters of the default font; `nil` for the program's default.
  public var standardColumnWidth: Double?
  /// The height of rows without their own height, in points; `nil` for the program's default.
  public var standardRowHeight: Double?
  /// The range that the cells will use, if known; a hint for readers.
  public var dimension: CellRange?
  /// The page setup; `nil` for the program's default.
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
