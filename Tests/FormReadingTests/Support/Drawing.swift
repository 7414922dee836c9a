import Documents
import ReportModel

/// A table drawn on squared paper, from row 1 and column 1 on.
struct Drawing {
  /// What a square holds.
  enum Ink: Hashable {
    case label(String)
    case field(FieldName)
    case value(GridValue)
  }

  var squares: [GridReference: Ink] = [:]
  var merges: [GridRange] = []

  var height: Int {
    max(squares.keys.map(\.row).max() ?? 0, merges.map(\.bottomRight.row).max() ?? 0)
  }
  var width: Int {
    max(squares.keys.map(\.column).max() ?? 0, merges.map(\.bottomRight.column).max() ?? 0)
  }

  mutating func put(_ ink: Ink, _ row: Int, _ column: Int, rows: Int = 1, columns: Int = 1) {
    squares[GridReference(row: row, column: column)] = ink
    if rows > 1 || columns > 1 {
      merges.append(
        GridRange(
          GridReference(row: row, column: column),
          GridReference(row: row + rows - 1, column: column + columns - 1)))
    }
  }

  /// The texts of its labels.
  var texts: [String] {
    squares.values.compactMap { if case .label(let text) = $0 { text } else { nil } }
  }

  /// The square at `row` and `column`.
  subscript(row: Int, column: Int) -> Ink? {
    get { squares[GridReference(row: row, column: column)] }
    set { squares[GridReference(row: row, column: column)] = newValue }
  }

  /// The drawing with rows and columns exchanged.
  var transposed: Drawing {
    map { GridReference(row: $0.column, column: $0.row) }
  }

  /// The drawing moved down and to the right.
  func moved(down rows: Int, right columns: Int) -> Drawing {
    map { GridReference(row: $0.row + rows, column: $0.column + columns) }
  }

  /// The drawing with every place changed by `change`.
  func map(_ change: (GridReference) -> GridReference) -> Drawing {
    var drawing = Drawing()
    for (place, ink) in squares { drawing.squares[change(place)] = ink }
    drawing.merges = merges.map { GridRange(change($0.topLeft), change($0.bottomRight)) }
    return drawing
  }

  /// The drawing without merged areas; what they hold stays in the upper left corner.
  var unmerged: Drawing {
    var drawing = self
    drawing.merges = []
    return drawing
  }

  /// The drawing without merged areas, their labels repeated in every square.
  var repeated: Drawing {
    var drawing = self
    drawing.merges = []
    for area in merges {
      guard case .label(let text)? = squares[area.topLeft] else { continue }
      for row in area.topLeft.row...area.bottomRight.row {
        for column in area.topLeft.column...area.bottomRight.column {
          drawing[row, column] = .label(text)
        }
      }
    }
    return drawing
  }

  /// Both drawings, the other below, `gap` empty rows between.
  func above(_ other: Drawing, gap: Int = 1) -> Drawing {
    joined(other.moved(down: height + gap, right: 0))
  }

  /// Both drawings, the other to the right, `gap` empty columns between.
  func beside(_ other: Drawing, gap: Int = 1) -> Drawing {
    joined(other.moved(down: 0, right: width + gap))
  }

  private func joined(_ other: Drawing) -> Drawing {
    var drawing = self
    drawing.squares.merge(other.squares) { $1 }
    drawing.merges += other.merges
    return drawing
  }

  /// The drawing with column `index` taking `widths[index - 1]` columns of the grid, its squares merged over
  /// them, as a program does that opens a page: every table on it makes its own columns.
  func widened(_ widths: [Int]) -> Drawing {
    let start = { (column: Int) in
      1 + widths.prefix(column - 1).reduce(0, +) + max(0, column - 1 - widths.count)
    }
    let area = { (first: GridReference, last: GridReference) in
      GridRange(
        GridReference(row: first.row, column: start(first.column)),
        GridReference(row: last.row, column: start(last.column + 1) - 1))
    }
    var drawing = Drawing()
    for (place, ink) in squares {
      let own = area(place, place)
      drawing.squares[own.topLeft] = ink
      if own.topLeft != own.bottomRight, !merges.contains(where: { $0.contains(place) }) {
        drawing.merges.append(own)
      }
    }
    drawing.merges += merges.map { area($0.topLeft, $0.bottomRight) }
    return drawing
  }

  /// Inserts an empty row above `row`; merged areas grow.
  mutating func insertRow(above row: Int) {
    self = map { $0.row >= row ? GridReference(row: $0.row + 1, column: $0.column) : $0 }
  }

  /// Inserts an empty column left of `column`; merged areas grow.
  mutating func insertColumn(leftOf column: Int) {
    self = map { $0.column >= column ? GridReference(row: $0.row, column: $0.column + 1) : $0 }
  }

  /// Takes `row` out; merged areas shrink, and what stood at their corner in the row goes on below.
  mutating func deleteRow(_ row: Int) {
    for area in merges where area.topLeft.row == row && area.bottomRight.row > row {
      squares[GridReference(row: row + 1, column: area.topLeft.column)] = squares[area.topLeft]
    }
    var drawing = Drawing()
    for (place, ink) in squares where place.row != row {
      drawing[place.row > row ? place.row - 1 : place.row, place.column] = ink
    }
    drawing.merges = merges.compactMap { area in
      let top = area.topLeft.row > row ? area.topLeft.row - 1 : area.topLeft.row
      let bottom = area.bottomRight.row >= row ? area.bottomRight.row - 1 : area.bottomRight.row
      guard bottom >= top else { return nil }
      let range = GridRange(
        GridReference(row: top, column: area.topLeft.column),
        GridReference(row: bottom, column: area.bottomRight.column))
      return range.topLeft == range.bottomRight ? nil : range
    }
    self = drawing
  }
}
