public import Diagnostics

extension WorkbookWriterError {
  /// Why something cannot be written.
  public enum Reason: Hashable, Sendable {
    /// The workbook has no sheet.
    case noSheet
    /// No sheet of the workbook is visible.
    case noVisibleSheet
    /// The sheet has ended, because the next one has begun, or the workbook is finished.
    case finished
    /// A sheet's name is empty.
    case sheetNameEmpty
    /// A sheet's name has more than 31 UTF-16 code units; their number.
    case sheetNameLength(Int)
    /// A sheet's name has an invalid character.
    case sheetNameCharacter(String)
    /// A sheet's name begins or ends with an apostrophe.
    case sheetNameApostrophe
    /// A sheet has the name that Excel reserves.
    case sheetNameReserved
    /// Two sheets have the same name, ignoring case.
    case sheetNameTwice
    /// A row is outside 1 to 1,048,576.
    case row(Int)
    /// A column is outside 1 to 16,384.
    case column(Int)
    /// A row follows one with the same or a higher number.
    case rowOrder(Int, after: Int)
    /// A column follows one with the same or a higher number.
    case columnOrder(Int, after: Int)
    /// A cell is written before any row has begun.
    case noRow
    /// A number is infinite or not a number.
    case number(String)
    /// A text has more than 32,767 UTF-16 code units; their number.
    case textLength(Int)
    /// A formula is empty or has more than 8,192 UTF-16 code units; their number.
    case formulaLength(Int)
    /// A merged range is a single cell.
    case mergedCell
    /// A merged range overlaps another; that range.
    case mergeOverlap(String)
    /// A cell or range is not inside a sheet.
    case reference(String)
    /// A list of ranges is empty.
    case noRange
    /// A column width is outside 0 to 255 characters.
    case columnWidth(Double)
    /// A row height is outside 0 to 409.5 points.
    case rowHeight(Double)
    /// A column has two layouts, or columns are out of order.
    case columnTwice(Int)
    /// An outline level is outside 0 to 7.
    case outlineLevel(Int)
    /// A zoom is outside 10 to 400 percent.
    case zoom(Int)
    /// A font size is outside 1 to 409 points.
    case fontSize(Double)
    /// A font name is empty, too long or contains control characters.
    case fontName(String)
    /// An indent is outside 0 to 250.
    case indent(Int)
    /// A rotation is outside -90 to 90 degrees.
    case rotation(Int)
    /// A number format is empty, too long or contains control characters.
    case numberFormat(String)
    /// There are more styles than a workbook can have.
    case tooManyStyles
    /// The title of a validation's message has more than 32 UTF-16 code units; their number.
    case messageTitleLength(Int)
    /// A validation's message has more than 255 UTF-16 code units; their number.
    case messageLength(Int)
    /// A validation's list has an item with a comma, or more than 255 UTF-16 code units.
    case validationList
    /// A defined name is invalid.
    case definedName(String)
    /// A name is defined twice in one scope.
    case definedNameTwice(String)
    /// The sheet of a defined name does not exist.
    case definedNameSheet(String)
    /// A hyperlink is empty or has more than 2,079 UTF-16 code units; their number.
    case linkLength(Int)
    /// A header or footer has more than 255 UTF-16 code units; their number.
    case headerLength(Int)
    /// A number of the page setup is out of range; its name and value.
    case printSetup(String, String)
    /// The name of a custom property is empty, too long or repeated.
    case customProperty(String)
    /// There are more hyperlinks than a sheet can have.
    case tooManyLinks
    /// A style is registered with another workbook.
    case foreignStyle
    /// The file cannot be created; the system's error.
    case cannotCreate(SystemFault)
    /// Writing the file failed; the system's error.
    case writeFailed(SystemFault)
  }
}
