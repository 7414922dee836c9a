/// The actions that a protected sheet allows.
///
/// The protection has no password: it prevents mistakes, not intent.
/// Source: ECMA-376-1:2016, 18.3.1.85 `sheetProtection`.
public struct ProtectionOptions: OptionSet, Hashable, Sendable {
  /// The bits, in the order of the options.
  public let rawValue: UInt16

  /// Makes options from their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Select locked cells.
  public static let selectLockedCells = ProtectionOptions(rawValue: 1 << 0)
  /// Select unlocked cells.
  public static let selectUnlockedCells = ProtectionOptions(rawValue: 1 << 1)
  /// Change the format of cells.
  public static let formatCells = ProtectionOptions(rawValue: 1 << 2)
  /// Change the width of columns, or hide them.
  public static let formatColumns = ProtectionOptions(rawValue: 1 << 3)
  /// Change the height of rows, or hide them.
  public static let formatRows = ProtectionOptions(rawValue: 1 << 4)
  /// Insert columns.
  public static let insertColumns = ProtectionOptions(rawValue: 1 << 5)
  /// Insert rows.
  public static let insertRows = ProtectionOptions(rawValue: 1 << 6)
  /// Insert hyperlinks.
  public static let insertHyperlinks = ProtectionOptions(rawValue: 1 << 7)
  /// Delete columns.
  public static let deleteColumns = ProtectionOptions(rawValue: 1 << 8)
  /// Delete rows.
  public static let deleteRows = ProtectionOptions(rawValue: 1 << 9)
  /// Sort unlocked cells.
  public static let sort = ProtectionOptions(rawValue: 1 << 10)
  /// Use existing filters.
  public static let autoFilter = ProtectionOptions(rawValue: 1 << 11)
  /// Use pivot tables.
  public static let pivotTables = ProtectionOptions(rawValue: 1 << 12)
  /// Change drawings.
  public static let editObjects = ProtectionOptions(rawValue: 1 << 13)
  /// Change scenarios.
  public static let editScenarios = ProtectionOptions(rawValue: 1 << 14)

  /// Excel's default: selecting cells.
  public static let standard: ProtectionOptions = [.selectLockedCells, .selectUnlockedCells]
}
