/// The rules for the names of sheets, and their form in formulas.
public enum SheetName {
  /// The maximum number of UTF-16 code units in a name.
  public static let mostUnits = 31

  /// `name` for a formula, before its `!`: in apostrophes, with those inside doubled.
  public static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Why `name` is invalid as the name of a sheet; `nil` if it is valid.
  static func fault(of name: String) -> WorkbookWriterError.Reason? {
    guard !name.isEmpty else { return .sheetNameEmpty }
    let units = name.utf16.count
    guard units <= mostUnits else { return .sheetNameLength(units) }
    if let character = name.unicodeScalars.first(where: isForbidden) {
      return .sheetNameCharacter(
        character.value < 0x20 ? "U+00" + hex(character.value) : String(character))
    }
    guard name.first != "'", name.last != "'" else { return .sheetNameApostrophe }
    guard name.lowercased() != "history" else { return .sheetNameReserved }
    return nil
  }

  private static func isForbidden(_ character: Unicode.Scalar) -> Bool {
    character.value < 0x20 || ":\\/?*[]".unicodeScalars.contains(character)
      || character.value == 0xFFFE || character.value == 0xFFFF
  }

  private static func hex(_ value: UInt32) -> String {
    (value < 0x10 ? "0" : "") + String(value, radix: 16, uppercase: true)
  }
}
