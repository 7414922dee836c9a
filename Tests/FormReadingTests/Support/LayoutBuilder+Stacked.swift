import Documents
import ReportModel

/// The rows of a table as blocks, each with the columns' labels once more.
extension LayoutBuilder {
  /// Where a block has the label of its row.
  enum BlockTitle: CaseIterable {
    /// In a line of its own above the head, as wide as the block.
    case above
    /// In the same line, after the labels of its groups.
    case aboveInOneText
    /// In front of head and values, over both lines.
    case before
    /// In front of the values.
    case beforeValues
  }

  /// The blocks below each other, `gap` empty rows between.
  func stacked(_ title: BlockTitle, gap: Int = 0) -> Drawing {
    var drawing = Drawing()
    let depth = table.rows.map(\.path.count).max() ?? 1
    var line = 1
    var open: [String] = []
    for row in table.rows {
      let columns = table.columns(of: row)
      var left = 1
      switch title {
      case .above:
        for (level, label) in row.path.enumerated()
        where level >= open.count || open[level] != label {
          drawing.put(.label(label), line, 1, columns: columns.count)
          line += 1
        }
      case .aboveInOneText:
        drawing.put(.label(row.path.joined(separator: "——")), line, 1, columns: columns.count)
        line += 1
      case .before, .beforeValues:
        let isOver = title == .before
        for (level, label) in row.path.enumerated() {
          drawing.put(
            .label(label), isOver ? line : line + 1, level + 1, rows: isOver ? 2 : 1,
            columns: level == row.path.count - 1 ? depth - level : 1)
        }
        left = depth + 1
      }
      open = row.path
      for (index, column) in columns.enumerated() {
        drawing.put(.label(column.label), line, left + index)
        drawing.put(field(row, column), line + 1, left + index)
      }
      line += 2 + gap
    }
    return drawing
  }

  /// A field a line below its row's label, which stands in a line of its own.
  func groupedList() -> Drawing {
    var drawing = Drawing()
    var line = 1
    var open: [String] = []
    for row in table.rows {
      for (level, label) in row.path.enumerated()
      where level >= open.count || open[level] != label {
        drawing.put(.label(label), line, 1)
        line += 1
      }
      open = row.path
      for column in table.columns(of: row) {
        drawing.put(.label(column.label), line, 1)
        drawing.put(field(row, column), line, 2)
        line += 1
      }
    }
    return drawing
  }
}
