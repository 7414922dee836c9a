/// A sheet in the workbook's list; only valid for that workbook.
///
/// Two are equal if their entries are equal, even in different workbooks.
public struct SheetInfo: Hashable, Sendable {
  /// The visibility of a sheet.
  public enum Visibility: String, Hashable, Sendable {
    /// Its tab is shown.
    case visible
    /// It is hidden; a user can show it.
    case hidden
    /// It is hidden; only a program can show it.
    case veryHidden
  }

  /// The kind of a sheet.
  public enum Kind: String, Hashable, Sendable {
    /// A sheet of cells.
    case worksheet
    /// One chart that fills the sheet.
    case chartsheet
    /// A dialog of Excel 5.
    case dialogsheet
    /// A macro sheet of Excel 4.
    case macrosheet
  }

  /// Its index in the workbook, from 0.
  public let index: Int
  /// Its name.
  public let name: String
  /// Its visibility.
  public let visibility: Visibility
  /// Its kind; only worksheets and macro sheets have cells.
  public let kind: Kind
  /// Whether the file lacks the sheet's part but has those of others; the sheet is then skipped.
  ///
  /// LibreOffice writes these entries for macro modules.
  public internal(set) var isMissing = false
  /// The ID of its relationship in the workbook part; empty if the file has none.
  let relationshipID: String
  /// The workbook that lists it.
  let workbook: WorkbookIdentity

  /// Whether it has cells that can be read.
  public var hasCells: Bool {
    switch kind {
    case .worksheet, .macrosheet: !isMissing
    case .chartsheet, .dialogsheet: false
    }
  }
}

extension SheetInfo {
  /// Whether both entries are equal.
  public static func == (left: SheetInfo, right: SheetInfo) -> Bool {
    left.index == right.index && left.name == right.name && left.visibility == right.visibility
      && left.kind == right.kind && left.isMissing == right.isMissing
      && left.relationshipID == right.relationshipID
  }

  /// Hashes part of what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(name)
  }
}
