/// Recognises groups of columns that begin with a column of values and contain few labels of lines among many
/// numbers: no table begins there.
struct LabelsByChance {
  /// How many rows with labels of lines have a number in each column.
  private let numbers: [Int: Int]
  /// The rows with labels of lines in each column, as indices.
  private let lines: [Int: [Int]]

  /// The least ratio of numbers to labels of lines in a column of values.
  private static let share = 4
  /// The most adjacent groups of columns that are considered together.
  private static let mostGroups = 8

  /// Counts the labels and numbers in the rows of `view` that are `bodies`.
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

  /// Whether the first of `groups` contains labels only by chance, together with the groups that follow it
  /// without a gap.
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
