/// What holds for the whole of a workbook that is written.
public struct WorkbookWriterOptions: Hashable, Sendable {
  /// Where the text of cells is stored.
  public enum StringStorage: Hashable, Sendable {
    /// Once for all cells that hold it: smaller files, and memory for every different text.
    case shared
    /// In each cell: no memory at all.
    case inline
  }

  /// Where the text of cells is stored.
  public var strings: StringStorage
  /// The font of cells that have none of their own; column widths are counted in its digits.
  public var standardFont: CellFont
  /// What the workbook says about itself.
  public var properties: WorkbookProperties
  /// Whether a program works all formulas out anew when it opens the workbook.
  public var recalculatesOnLoad: Bool

  /// Makes options.
  public init(
    strings: StringStorage = .shared, standardFont: CellFont = CellFont(),
    properties: WorkbookProperties = WorkbookProperties(), recalculatesOnLoad: Bool = false
  ) {
    self.strings = strings
    self.standardFont = standardFont
    self.properties = properties
    self.recalculatesOnLoad = recalculatesOnLoad
  }
}
