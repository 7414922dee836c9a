extension WorkbookError {
  /// The kind of a ``WorkbookError``; more may be added.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's stable name.
    public let description: String

    private init(_ name: String) { description = name }

    /// The file cannot be opened or read.
    public static let unreadable = Code("unreadable")
    /// The file is not a package: another format, or damaged.
    public static let notAPackage = Code("notAPackage")
    /// The workbook is encrypted.
    public static let encrypted = Code("encrypted")
    /// The package does not contain a supported workbook.
    public static let notAWorkbook = Code("notAWorkbook")
    /// A required part is missing.
    public static let missingPart = Code("missingPart")
    /// A part is not well-formed XML.
    public static let malformedXML = Code("malformedXML")
    /// The XML of a part is invalid.
    public static let malformedPart = Code("malformedPart")
    /// A cell or row is invalid.
    public static let malformedCell = Code("malformedCell")
    /// A safety limit is exceeded.
    public static let limitExceeded = Code("limitExceeded")
    /// The sheet has no cells: it is a chart or a dialog.
    public static let noCells = Code("noCells")
    /// The sheet is from another workbook.
    public static let foreignSheet = Code("foreignSheet")
  }
}
