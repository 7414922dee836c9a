import Diagnostics

/// What reading a sheet needs to know of its workbook.
struct SheetSource {
  /// The sheet's name.
  let name: String
  /// The name of its part.
  let part: String
  /// The limits that hold.
  let limits: Limits
  /// The shared strings, read when the first cell asks for them; nil where the file has none.
  let sharedStrings: () throws -> SharedStrings?
}
