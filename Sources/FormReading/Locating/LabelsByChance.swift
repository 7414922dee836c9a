/// Tells columns that begin with one of values but hold few labels of lines among many numbers: no table
/// begins there.
struct LabelsByChance {
  /// How many rows with labels of lines have a number in each column.
  private let numbers: [Int: Int]
  /// The rows with labels of lines in each column, as indices.
  private let lines: [Int: [Int]]

  /// How many times as many numbers as labels of lines a column of values has at least.
  private static let share = 4
  /// How many groups of columns are one where they follow each other.
  private static let mostGroups = 8

  /// Looks at the rows of `view` that `bodies` are.
  init(_ view: GridView, _ bodies: [RowSurvey.Body]) {
    var (numbers, lines): ([Int: Int], [Int: [Int]]) = ([:], [:])
    for (index, body) in bodies.enumerated() {
      for column in body.columns { lines[column, default: []].append(index) }
      for cell in view.row(body.row)?.cells ?? [] where cell.isNumber {
        numbers[cell.column, default: 0] += 1
      }
    }
    self.numbers = numbers
    self.lines = lines
  }

  /// Whether the first of `groups` holds labels only by chance, with those that follow it without a gap.
  func holds(_ groups: ArraySlice<ClosedRange<Int>>) -> Bool {
    guard let first = groups.first else { return false }
    let most = numbers[first.lowerBound] ?? 0
    var found: Set<Int> = []
    var next = first.lowerBound
    for group in groups.prefix(Self.mostGroups) where group.lowerBound == next {
      for column in group { found.formUnion(lines[column] ?? []) }
      guard Self.share * found.count < most else { return false }
      next = group.upperBound + 1
    }
    return Self.share * found.count < most
  }
}
