public import Diagnostics

extension WorkbookWriterError {
  /// What is wrong with something that was to be written.
  public enum Reason: Hashable, Sendable {
    /// A workbook was finished without a sheet.
    case noSheet
    /// No sheet of the workbook is visible.
    case noVisibleSheet
    /// Something was written to a sheet after the next one was begun, or to a finished workbook.
    case finished
    /// A sheet's name is empty.
    case sheetNameEmpty
    /// A sheet's name has more than 31 UTF-16 units; the count is given.
    case sheetNameLength(Int)
    /// A sheet's name has a character that it cannot have.
    case sheetNameCharacter(String)
    /// A sheet's name begins or ends with an apostrophe.
    case sheetNameApostrophe
    /// A sheet's name is the one that Excel keeps for itself.
    case sheetNameReserved
    /// Two sheets have names that differ at most by case.
    case sheetNameTwice
    /// A row beyond 1 to 1,048,576.
    case row(Int)
    /// A column beyond 1 to 16,384.
    case column(Int)
    /// A row that comes after one with the same or a higher number.
    case rowOrder(Int, after: Int)
    /// A column that comes after one with the same or a higher number.
    case columnOrder(Int, after: Int)
    /// A cell was given before any row was begun.
    case noRow
    /// A number that a cell cannot hold: an infinity, or not a number.
    case number(String)
    /// A text of more than 32,767 UTF-16 units; the count is given.
    case textLength(Int)
    /// A formula that is empty, or has more than 8,192 UTF-16 units; the count is given.
    case formulaLength(Int)
    /// A merged range of a single cell.
    case mergedCell
    /// A merged range that overlaps another, which is given.
    case mergeOverlap(String)
    /// A cell or range that does not lie in a sheet.
    case reference(String)
    /// A list of ranges that is empty.
    case noRange
    /// A width of a column beyond 0 to 255 characters.
    case columnWidth(Double)
    /// A height of a row beyond 0 to 409.5 points.
    case rowHeight(Double)
    /// Two widths for one column, or columns out of order.
    case columnTwice(Int)
    /// A level of an outline beyond 0 to 7.
    case outlineLevel(Int)
    /// A magnification beyond 10 to 400 per cent.
    case zoom(Int)
    /// A size of a font beyond 1 to 409 points.
    case fontSize(Double)
    /// A name of a font that is empty, too long or holds control characters.
    case fontName(String)
    /// An indent beyond 0 to 250.
    case indent(Int)
    /// A rotation beyond -90 to 90 degrees.
    case rotation(Int)
    /// A number format that is empty, too long or holds control characters.
    case numberFormat(String)
    /// More styles than a workbook holds.
    case tooManyStyles
    /// The title of a validation's message has more than 32 UTF-16 units; the count is given.
    case messageTitleLength(Int)
    /// A validation's message has more than 255 UTF-16 units; the count is given.
    case messageLength(Int)
    /// A validation's list has an item with a comma, or is longer than 255 UTF-16 units.
    case validationList
    /// A defined name that is none.
    case definedName(String)
    /// A defined name given twice in one scope.
    case definedNameTwice(String)
    /// A defined name for a sheet that the workbook does not have.
    case definedNameSheet(String)
    /// A link of more than 2,079 UTF-16 units; the count is given.
    case linkLength(Int)
    /// A header or footer of more than 255 UTF-16 units; the count is given.
    case headerLength(Int)
    /// A print set-up with a number beyond what it takes; its name and value are given.
    case printSetup(String, String)
    /// A custom property whose name is empty or given twice.
    case customProperty(String)
    /// More strings, ranges or links than a sheet holds.
    case tooManyLinks
    /// A style that another workbook made known.
    case foreignStyle
    /// The file cannot be made; what the system answered is given.
    case cannotCreate(SystemFault)
    /// Writing the file failed part-way; what the system answered is given.
    case writeFailed(SystemFault)
  }
}
