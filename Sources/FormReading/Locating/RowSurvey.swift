import Documents
import Vocabulary

/// The role of each row of a grid for a table: header, line with values, or neither.
struct RowSurvey {
  /// A row with a line's label.
  struct Body {
    /// The row.
    let row: Int
    /// The columns of the cells that may be a label of the form.
    let columns: [Int]
  }

  /// The rows of each header block, from the top.
  private(set) var heads: [ClosedRange<Int>] = []
  /// The rows with labels of lines, from the top.
  private(set) var bodies: [Body] = []

  /// The greatest distance between consecutive rows of one header block.
  private static let gap = 2

  /// Surveys `view`.
  init(_ view: GridView, _ matches: AxisMatches) {
    var isOpen = false
    for row in view.rows {
      switch Self.kind(row, matches) {
      case .head(let columns):
        if let columns {
          bodies.append(Body(row: row.number, columns: columns))
          isOpen = false
        }
        if isOpen, let last = heads.last, row.number - last.upperBound <= Self.gap {
          heads[heads.count - 1] = last.lowerBound...row.number
        } else {
          heads.append(row.number...row.number)
        }
        isOpen = true
      case .body(let columns):
        bodies.append(Body(row: row.number, columns: columns))
        isOpen = false
      case .other(let hasNumbers): if hasNumbers { isOpen = false }
      }
    }
  }

  /// The greatest distance between adjacent label columns of one table.
  static let labelGap = 4

  /// The most tables beside each other that are read: one for each year, month or district.
  static let mostZones = 128

  /// The columns with labels of lines in at least one of twenty lines; in fewer they occur by chance.
  static func labelColumns(_ bodies: [Body]) -> [Int] {
    var counts: [Int: Int] = [:]
    for column in bodies.flatMap(\.columns) { counts[column, default: 0] += 1 }
    return counts.filter { 20 * $0.value >= bodies.count }.keys.sorted()
  }

  private enum Kind {
    /// A header; `line` has the label columns if the row is also a line of a table beside it.
    case head(line: [Int]?)
    case body([Int])
    case other(hasNumbers: Bool)
  }

  private static func kind(_ row: GridView.Row, _ matches: AxisMatches) -> Kind {
    var heads: Set<Int> = []
    var own: [Int] = []
    var shared: [Int] = []
    var numbers = 0
    var last: GridView.Cell?
    for cell in row.cells {
      guard let label = cell.label else {
        if cell.isNumber { numbers += 1 }
        continue
      }
      let (rowMatches, columnMatches) = (matches.rows(label), matches.columns(label))
      for match in columnMatches.prefix(1) {
        heads.insert(match.label)
        last = cell
      }
      guard !rowMatches.isEmpty else { continue }
      if columnMatches.isEmpty { own.append(cell.column) } else { shared.append(cell.column) }
    }
    if heads.count >= 2 { return .head(line: own.isEmpty || numbers < 2 ? nil : own) }
    if !own.isEmpty { return .body(own + shared) }
    // A single label that rows and columns share, such as 其他 or 总计, is a row's: headers have more
    if !shared.isEmpty { return .body(shared) }
    guard let last, !isLine(row, last) else { return .other(hasNumbers: numbers > 0) }
    return .head(line: nil)
  }

  /// Whether numbers follow `label`, so that it is not a header but the label of another table's row.
  private static func isLine(_ row: GridView.Row, _ label: GridView.Cell) -> Bool {
    var numbers = 0
    for cell in row.cells where cell.column > label.column && !cell.isBlank {
      guard cell.isNumber, numbers > 0 || cell.column <= label.lastColumn + 2 else { break }
      numbers += 1
    }
    return numbers >= 2
  }
}
