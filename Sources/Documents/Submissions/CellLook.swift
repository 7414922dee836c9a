import Spreadsheets

/// How the cells of one cell format show numbers and texts.
enum CellLook {
  /// As they are, but for rounding and grouping.
  case plain
  /// As dates or times.
  case date(NumberFormat)
  /// As a format of its own says.
  case other(DisplayFormat)

  /// The formats that show a number as it is; what another one shows is held against the number.
  private static let plainCodes: Set<String> = [
    "General", "", "@", "0", "0.0", "0.00", "0.000", "0.0000", "#,##0", "#,##0.00", "0_ ", "0.00_ ",
    "#,##0_ ", "#,##0.00_ ", #"0_);[Red]\(0\)"#, #"0.00_);[Red]\(0.00\)"#,
  ]

  /// The look that `format` gives.
  init(_ format: NumberFormat) {
    if Self.plainCodes.contains(format.code) {
      self = .plain
    } else {
      self = format.isDate ? .date(format) : .other(DisplayFormat(format))
    }
  }
}
