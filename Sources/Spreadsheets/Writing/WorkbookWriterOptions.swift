/// The options for a whole workbook.
public struct WorkbookWriterOptions: Hashable, Sendable {
  /// The storage of texts in cells.
  public enum StringStorage: Hashable, Sendable {
    /// Once for all cells: smaller files, and memory for every distinct text.
    case shared
    /// In each cell, without memory.
    case inline
  }

  /// The storage of texts in cells.
  public var strings: StringStorage
  /// The font of cells without their own font; column widths are measured in its digits.
  public var standardFont: CellFont
  /// The properties of the workbook.
  public var properties: WorkbookProperties
  /// Whether programs recalculate all formulas when they open the workbook.
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
