import Spreadsheets

/// The display of numbers and texts in one cell format.
enum CellLook {
  /// As stored, except for rounding and grouping.
  case plain
  /// As dates or times.
  case date(NumberFormat)
  /// In another format.
  case other(DisplayFormat)

  /// The formats that display a number as it is; the display of any other is compared with the number.
  private static let plainCodes: Set<String> = [
    "General", "", "@", "0", "0.0", "0.00", "0.000", "0.0000", "#,##0", "#,##0.00", "0_ ", "0.00_ ",
    "#,##0_ ", "#,##0.00_ ", #"0_);[Red]\(0\)"#, #"0.00_);[Red]\(0.00\)"#,
  ]

  /// Makes the look of `format`.
  init(_ format: NumberFormat) {
    if Self.plainCodes.contains(format.code) {
      self = .plain
    } else {
      self = format.isDate ? .date(format) : .other(DisplayFormat(format))
    }
  }
}
