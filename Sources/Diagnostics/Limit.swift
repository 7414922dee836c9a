/// One safety limit and its name.
public enum Limit: String, Sendable, Hashable, CaseIterable {
  /// Entries in an archive.
  case archiveEntries = "archive-entries"
  /// Bytes of one part, inflated.
  case partBytes = "part-bytes"
  /// Bytes of a part that is held in memory as a whole (all but worksheets and shared strings).
  case smallPartBytes = "small-part-bytes"
  /// Inflated bytes of one archive, all parts together.
  case totalBytes = "total-bytes"
  /// Ratio of inflated to compressed bytes of a part, checked beyond the first 8 MiB.
  case inflationRatio = "inflation-ratio"
  /// Depth of nested elements.
  case elementDepth = "element-depth"
  /// Bytes in one start tag or one run of text.
  case tokenBytes = "token-bytes"
  /// Elements and attributes, together, of a part that is held in memory as a tree.
  case treeElements = "tree-elements"
  /// Sheets in a workbook.
  case sheets = "sheets"
  /// Cells with content in one sheet.
  case cells = "cells"
  /// Strings in the shared string table.
  case sharedStrings = "shared-strings"
  /// Bytes of text in the shared string table.
  case sharedStringBytes = "shared-string-bytes"
  /// Cell formats in the style sheet.
  case cellFormats = "cell-formats"
  /// Merged ranges in one sheet.
  case mergedRanges = "merged-ranges"
  /// Data validations in one sheet.
  case dataValidations = "data-validations"
  /// Bytes of shared formulas in one sheet, counted for each cell that uses them.
  case formulaBytes = "formula-bytes"
  /// Bytes of the formulas of a submission, which are held in memory; a shared one counts once.
  case gridFormulaBytes = "grid-formula-bytes"
  /// Work of evaluating the formulas of a file: cells read, steps, and bytes of formulas and texts.
  case formulaWork = "formula-work"
  /// Defined names in a workbook.
  case definedNames = "defined-names"
  /// Bytes of a CSV, HTML or text input.
  case textBytes = "text-bytes"
  /// Bytes in one field of delimited text.
  case fieldBytes = "field-bytes"
  /// Bytes in one record of delimited text, which is held in memory.
  case recordBytes = "record-bytes"
  /// Rows of a sheet or of delimited text.
  case rows = "rows"
  /// Columns of a sheet or of delimited text.
  case columns = "columns"
  /// Cells in the tables of a page or document, with rowspan and colspan expanded.
  case tableCells = "table-cells"
  /// Cells in all sheets of a submission, which are held in memory while forms are located.
  case gridCells = "grid-cells"
  /// Distinct texts that are compared with the labels of a form, in the sheets that contain labels.
  case labelTexts = "label-texts"
  /// Cells whose text equals or resembles a label of one table; the table is located among them.
  case labelCells = "label-cells"

  /// The default bound, in the unit of the limit's name.
  public var standardValue: Int {
    switch self {
    case .archiveEntries: 10_000
    case .partBytes: 4 << 30
    case .smallPartBytes: 64 << 20
    case .totalBytes: 8 << 30
    case .inflationRatio: 250
    case .elementDepth: 256
    case .tokenBytes: 8 << 20
    case .treeElements: 1_000_000
    case .sheets: 5_000
    case .cells: 200_000_000
    case .sharedStrings: 8_000_000
    case .sharedStringBytes: 256 << 20
    case .cellFormats: 65_490
    case .mergedRanges: 1_000_000
    case .dataValidations: 65_534
    case .formulaBytes: 1 << 30
    case .gridFormulaBytes: 64 << 20
    case .formulaWork: 10_000_000
    case .definedNames: 100_000
    case .textBytes: 4 << 30
    case .fieldBytes: 8 << 20
    case .recordBytes: 64 << 20
    case .rows: 1_048_576
    case .columns: 16_384
    case .tableCells: 1_000_000
    case .gridCells: 1_000_000
    case .labelTexts: 50_000
    case .labelCells: 20_000
    }
  }
}
