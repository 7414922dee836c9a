/// The page setup of a sheet.
///
/// Source: ECMA-376-1:2016, 18.3.1.62 `pageMargins`, 18.3.1.63 `pageSetup`, 18.3.1.46 `headerFooter`.
public struct PrintSetup: Hashable, Sendable {
  /// The paper size.
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

  /// The page orientation.
  public enum Orientation: String, Hashable, Sendable, CaseIterable {
    /// Higher than wide.
    case portrait
    /// Wider than high.
    case landscape
  }

  /// The scaling of the sheet on paper.
  public enum Scaling: Hashable, Sendable {
    /// In percent, 10 to 400.
    case percent(Int)
    /// To fit a number of pages across and down; `nil` for any number.
    case fit(pagesWide: Int?, pagesHigh: Int?)
  }

  /// The page margins in inches.
  public struct Margins: Hashable, Sendable {
    /// The left margin.
    public var left: Double
    /// The right margin.
    public var right: Double
    /// The top margin.
    public var top: Double
    /// The bottom margin.
    public var bottom: Double
    /// The distance from the top edge of the paper to the header.
    public var header: Double
    /// The distance from the footer to the bottom edge of the paper.
    public var footer: Double

    /// Makes margins; the defaults are Excel's.
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

  /// The paper size.
  public var paper: Paper
  /// The page orientation.
  public var orientation: Orientation
  /// The scaling.
  public var scaling: Scaling
  /// The page margins.
  public var margins: Margins
  /// The header in Excel's codes, such as `&C&"宋体,常规"&A`; at most 255 UTF-16 code units.
  public var header: String?
  /// The footer in Excel's codes, such as `&C第 &P 页，共 &N 页`; at most 255 UTF-16 code units.
  public var footer: String?
  /// Whether the cells are centered horizontally on the page.
  public var isCenteredHorizontally: Bool
  /// Whether the cells are centered vertically on the page.
  public var isCenteredVertically: Bool
  /// Whether grid lines are printed.
  public var printsGridLines: Bool
  /// The rows repeated at the top of each page.
  public var repeatedRows: ClosedRange<Int>?
  /// The columns repeated on the left of each page.
  public var repeatedColumns: ClosedRange<Int>?
  /// The print area; `nil` for all cells with content.
  public var area: CellRange?

  /// Makes a page setup.
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
