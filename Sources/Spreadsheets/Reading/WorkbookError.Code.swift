extension WorkbookError {
  /// What kind of fault a ``WorkbookError`` tells of; more may be added.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// The code's stable name.
    public let description: String

    private init(_ name: String) { description = name }

    /// The file cannot be opened or read at all.
    public static let unreadable = Code("unreadable")
    /// The file is no package of parts: another format, or damaged.
    public static let notAPackage = Code("notAPackage")
    /// The workbook is encrypted.
    public static let encrypted = Code("encrypted")
    /// The package holds no workbook that can be read here.
    public static let notAWorkbook = Code("notAWorkbook")
    /// A part that is needed is missing.
    public static let missingPart = Code("missingPart")
    /// A part is not the XML that it has to be.
    public static let malformedXML = Code("malformedXML")
    /// A part is XML, but says something that cannot be.
    public static let malformedPart = Code("malformedPart")
    /// A cell or row holds something that cannot be.
    public static let malformedCell = Code("malformedCell")
    /// A safety limit is passed.
    public static let limitExceeded = Code("limitExceeded")
    /// The sheet has no cells: a chart or a dialog.
    public static let noCells = Code("noCells")
    /// The sheet was listed by another workbook.
    public static let foreignSheet = Code("foreignSheet")
  }
}
