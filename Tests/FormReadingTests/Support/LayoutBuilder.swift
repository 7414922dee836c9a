import Documents
import ReportModel

/// Draws the tables of a form in the ways that agencies arrange them.
struct LayoutBuilder {
  let table: FormTable

  /// The table as the official form draws it.
  func official() -> Drawing {
    switch table.arrangement {
    case .blocks: blocks()
    case .matrix: matrix()
    case .sideBySide: sideBySide()
    }
  }

  /// The square of a field.
  func field(_ row: FormRow, _ column: FormColumn) -> Drawing.Ink {
    .field(FieldName(table: table.id, row: row.id, column: column.id))
  }

  /// Blocks below each other, each with a title and a head.
  func blocks(titles: Bool = true) -> Drawing {
    var drawing = Drawing()
    let width = 1 + (table.rows.map { table.columns(of: $0).count }.max() ?? 1)
    var line = 1
    var title: String?
    var head: [String] = []
    for row in table.rows {
      let columns = table.columns(of: row)
      if row.path.first != title {
        title = row.path.first
        if titles {
          drawing.put(.label(title ?? ""), line, 1, columns: width)
          line += 1
        }
        head = []
      }
      let starts = columns.indices.map { 2 + $0 }
      let spans = columns.indices.map { $0 == columns.count - 1 ? width - starts[$0] + 1 : 1 }
      if head != columns.map(\.label) {
        head = columns.map(\.label)
        drawing.put(.label(table.corner ?? "信息内容"), line, 1)
        for (index, column) in columns.enumerated() {
          drawing.put(.label(column.label), line, starts[index], columns: spans[index])
        }
        line += 1
      }
      drawing.put(.label(row.label), line, 1)
      for (index, column) in columns.enumerated() {
        drawing.put(field(row, column), line, starts[index], columns: spans[index])
      }
      line += 1
    }
    return drawing
  }

  /// One head, the rows below; groups in columns of their own, merged.
  func matrix() -> Drawing {
    var drawing = Drawing()
    let depth = table.rows.map(\.path.count).max() ?? 1
    let top = head(into: &drawing, left: depth)
    if let corner = table.corner { drawing.put(.label(corner), 1, 1, rows: top, columns: depth) }
    for (index, row) in table.rows.enumerated() {
      let line = top + 1 + index
      for level in row.path.indices {
        let isLeaf = level == row.path.count - 1
        if isLeaf {
          drawing.put(.label(row.label), line, level + 1, columns: depth - level)
        } else if index == 0
          || Array(table.rows[index - 1].path.prefix(level + 1))
            != Array(row.path.prefix(level + 1))
        {
          let span = table.rows[index...].prefix {
            Array($0.path.prefix(level + 1)) == Array(row.path.prefix(level + 1))
              && $0.path.count > level + 1
          }.count
          drawing.put(.label(row.path[level]), line, level + 1, rows: span)
        }
      }
      values(of: row, line, left: depth, into: &drawing)
    }
    return drawing
  }

  /// One head, the rows below, all labels in one column.
  func narrow(_ style: LabelStyle) -> Drawing {
    var drawing = Drawing()
    var line = head(into: &drawing, left: 1) + 1
    var open: [String] = []
    for row in table.rows {
      let groups = Array(row.path.dropLast())
      if style == .indented {
        for (level, group) in groups.enumerated() where level >= open.count || open[level] != group
        {
          drawing.put(.label(group), line, 1)
          line += 1
          open = Array(groups.prefix(level + 1))
        }
        open = groups
      }
      let label =
        switch style {
        case .indented, .leaf: row.label
        case .path: row.path.joined(separator: "")
        case .dash: row.path.suffix(2).joined(separator: "-")
        }
      drawing.put(.label(label), line, 1)
      values(of: row, line, left: 1, into: &drawing)
      line += 1
    }
    return drawing
  }

  /// How a row's label is written in one column.
  enum LabelStyle: CaseIterable {
    /// Groups in rows of their own.
    case indented
    /// Without groups.
    case leaf
    /// Groups and label in one text.
    case path
    /// The innermost group, a dash and the label.
    case dash
  }

  /// A field a line, its labels in front.
  func list() -> Drawing {
    var drawing = Drawing()
    var line = 1
    let depth = table.rows.map(\.path.count).max() ?? 1
    for row in table.rows {
      let columns = table.columns(of: row)
      for (level, label) in row.path.enumerated() {
        drawing.put(
          .label(label), line, level + 1, rows: columns.count,
          columns: level == row.path.count - 1 ? depth - level : 1)
      }
      for column in columns {
        drawing.put(.label(column.label), line, depth + 1)
        drawing.put(field(row, column), line, depth + 2)
        line += 1
      }
    }
    return drawing
  }

  /// The rows side by side, as table four of the official form.
  func sideBySide() -> Drawing {
    var drawing = Drawing()
    let depth = table.rows.map(\.path.count).max() ?? 1
    var left = 1
    var open: [String] = []
    for row in table.rows {
      let columns = table.columns(of: row)
      for (level, label) in row.path.enumerated() where level >= open.count || open[level] != label
      {
        let span = table.rows.drop { $0.id != row.id }.prefix {
          Array($0.path.prefix(level + 1)) == Array(row.path.prefix(level + 1))
        }.reduce(0) { $0 + table.columns(of: $1).count }
        drawing.put(.label(label), level + 1, left, columns: span)
      }
      open = row.path
      for column in columns {
        drawing.put(
          .label(column.label), row.path.count + 1, left, rows: depth - row.path.count + 1)
        drawing.put(field(row, column), depth + 2, left)
        left += 1
      }
    }
    return drawing
  }

  private func values(of row: FormRow, _ line: Int, left: Int, into drawing: inout Drawing) {
    let own = table.columns(of: row)
    for (index, column) in table.columns.enumerated() where own.contains(column) {
      drawing.put(field(row, column), line, left + 1 + index)
    }
  }

  /// Draws the head and gives its height.
  private func head(into drawing: inout Drawing, left: Int) -> Int {
    let depth = table.columns.map(\.path.count).max() ?? 1
    for (index, column) in table.columns.enumerated() {
      for level in column.path.indices {
        let isLeaf = level == column.path.count - 1
        if isLeaf {
          drawing.put(.label(column.label), level + 1, left + 1 + index, rows: depth - level)
        } else if index == 0
          || Array(table.columns[index - 1].path.prefix(level + 1))
            != Array(column.path.prefix(level + 1))
        {
          let span = table.columns[index...].prefix {
            Array($0.path.prefix(level + 1)) == Array(column.path.prefix(level + 1))
              && $0.path.count > level + 1
          }.count
          drawing.put(.label(column.path[level]), level + 1, left + 1 + index, columns: span)
        }
      }
    }
    return depth
  }
}
