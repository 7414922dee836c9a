import Diagnostics

/// The properties of a workbook that are needed to read a sheet.
struct SheetSource {
  /// The sheet's name.
  let name: String
  /// The name of its part.
  let part: String
  /// The safety limits.
  let limits: Limits
  /// The shared strings, read on first use; nil if the file has none.
  let sharedStrings: () throws -> SharedStrings?
}
