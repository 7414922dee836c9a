import FormReading
import ReportModel

/// The column widths of a table.
struct TableWidths {
  /// The width of the widest table that is readable on A4 in portrait orientation, in characters.
  static let portrait = 108.0

  /// The widths, in characters of the standard font.
  let columns: [Double]

  /// The width of the whole table.
  var total: Double { columns.reduce(0, +) }

  init(_ plan: TablePlan) {
    switch plan.table.arrangement {
    case .blocks:
      let labels = plan.table.rows.map { TextWidth.of($0.label) }
      let first = min(34, max(22, (labels.max() ?? 0) + 4))
      let count = Double(max(1, plan.columnCount - 1))
      columns =
        [first] + Array(repeating: max(14, min(24, 66 / count)), count: plan.columnCount - 1)
    case .matrix:
      columns = Self.labels(of: plan) + Self.values(of: plan)
    case .sideBySide:
      columns = Array(repeating: 8.5, count: plan.columnCount)
    }
  }

  /// Groups are narrow, since they are many rows high; own labels have room for their text in two lines.
  private static func labels(of plan: TablePlan) -> [Double] {
    (0..<plan.labelColumns).map { level in
      if level < plan.labelColumns - 1 { return level == 0 ? 9 : 11 }
      let own = plan.table.rows.filter { $0.path.count == level + 1 }
      let longest = own.map { TextWidth.of($0.label) }.max() ?? 0
      return min(34, max(plan.labelColumns == 1 ? 16 : 12, longest / 2 + 4))
    }
  }

  /// Values have room for the label at four characters per line, and for seven digits.
  private static func values(of plan: TablePlan) -> [Double] {
    plan.table.columns.map { column in
      let width = TextWidth.of(column.label)
      return column.kind == .amount ? max(12, min(20, width)) : max(7.5, min(14, width / 3 + 2))
    }
  }
}
