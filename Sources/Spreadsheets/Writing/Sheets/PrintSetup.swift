/// How a sheet is printed.
///
/// Source: ECMA-376-1:2016, 18.3.1.62 `pageMargins`, 18.3.1.63 `pageSetup`, 18.3.1.46 `headerFooter`.
public struct PrintSetup: Hashable, Sendable {
  /// The size of the paper.
  public enum Paper: Int, Hashable, Sendable, CaseIterable {
    /// US Letter, 8.5 by 11 inches.
    case letter = 1
    /// A3, 297 by 420 mm.
    case a3 = 8
    /// A4, 210 by 297 mm.
    case a4 = 9
    /// A5, 148 by 210 mm.
    case a5 = 11
  }

  /// Which way the paper lies.
  public enum Orientation: String, Hashable, Sendable, CaseIterable {
    /// Higher than wide.
    case portrait
    /// Wider than high.
    case landscape
  }

  /// How large the sheet is drawn on the paper.
  public enum Scaling: Hashable, Sendable {
    /// In per cent, 10 to 400.
    case percent(Int)
    /// So that it fits so many pages side by side and one below the other; `nil` is as many as it takes.
    case fit(pagesWide: Int?, pagesHigh: Int?)
  }

  /// The space left free around a page, in inches.
  public struct Margins: Hashable, Sendable {
    /// Left of the cells.
    public var left: Double
    /// Right of the cells.
    public var right: Double
    /// Above the cells.
    public var top: Double
    /// Below the cells.
    public var bottom: Double
    /// From the paper's upper edge to the header.
    public var header: Double
    /// From the footer to the paper's lower edge.
    public var footer: Double

    /// Makes margins; those of Excel where none are given.
    public init(
      left: Double = 0.7, right: Double = 0.7, top: Double = 0.75, bottom: Double = 0.75,
      header: Double = 0.3, footer: Double = 0.3
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
      self.header = header
      self.footer = footer
    }
  }

  /// The size of the paper.
  public var paper: Paper
  /// Which way the paper lies.
  public var orientation: Orientation
  /// How large the sheet is drawn.
  public var scaling: Scaling
  /// The space left free around a page.
  public var margins: Margins
  /// The header in Excel's codes, such as `&C&"宋体,常规"&A`; at most 255 UTF-16 units.
  public var header: String?
  /// The footer in Excel's codes, such as `&C第 &P 页，共 &N 页`; at most 255 UTF-16 units.
  public var footer: String?
  /// Whether the cells stand in the middle of the page from left to right.
  public var isCenteredHorizontally: Bool
  /// Whether the cells stand in the middle of the page from top to bottom.
  public var isCenteredVertically: Bool
  /// Whether the lines between cells are printed.
  public var printsGridLines: Bool
  /// The rows that are repeated at the top of each page.
  public var repeatedRows: ClosedRange<Int>?
  /// The columns that are repeated on the left of each page.
  public var repeatedColumns: ClosedRange<Int>?
  /// The range that is printed; `nil` is all that holds something.
  public var area: CellRange?

  /// Makes a print set-up.
  public init(
    paper: Paper = .a4, orientation: Orientation = .portrait, scaling: Scaling = .percent(100),
    margins: Margins = Margins(), header: String? = nil, footer: String? = nil,
    isCenteredHorizontally: Bool = false, isCenteredVertically: Bool = false,
    printsGridLines: Bool = false, repeatedRows: ClosedRange<Int>? = nil,
    repeatedColumns: ClosedRange<Int>? = nil, area: CellRange? = nil
  ) {
    self.paper = paper
    self.orientation = orientation
    self.scaling = scaling
    self.margins = margins
    self.header = header
    self.footer = footer
    self.isCenteredHorizontally = isCenteredHorizontally
    self.isCenteredVertically = isCenteredVertically
    self.printsGridLines = printsGridLines
    self.repeatedRows = repeatedRows
    self.repeatedColumns = repeatedColumns
    self.area = area
  }
}
