/// A sheet as the workbook lists it; of use with that workbook only.
///
/// Two are equal that are listed alike, whichever workbooks list them.
public struct SheetInfo: Hashable, Sendable {
  /// Whether a sheet is shown.
  public enum Visibility: String, Hashable, Sendable {
    /// Its tab is shown.
    case visible
    /// It is hidden; a user can show it.
    case hidden
    /// It is hidden; only a program can show it.
    case veryHidden
  }

  /// What a sheet is made of.
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

  /// Its place among the workbook's sheets, from 0.
  public let index: Int
  /// Its name.
  public let name: String
  /// Whether it is shown.
  public let visibility: Visibility
  /// What it is made of; only a worksheet and a macro sheet have cells.
  public let kind: Kind
  /// Whether the file lacks the sheet's part though it has those of others; such a sheet is passed over,
  /// as LibreOffice's traces of macro modules ask for.
  public internal(set) var isMissing = false
  /// The id of its relationship in the workbook's part; empty where the file gives none.
  let relationshipID: String
  /// The workbook that lists it.
  let workbook: WorkbookIdentity

  /// Whether it is made of cells that can be read.
  public var hasCells: Bool {
    switch kind {
    case .worksheet, .macrosheet: !isMissing
    case .chartsheet, .dialogsheet: false
    }
  }
}

extension SheetInfo {
  /// Whether both are listed alike.
  public static func == (left: SheetInfo, right: SheetInfo) -> Bool {
    left.index == right.index && left.name == right.name && left.visibility == right.visibility
      && left.kind == right.kind && left.isMissing == right.isMissing
      && left.relationshipID == right.relationshipID
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(name)
  }
}
