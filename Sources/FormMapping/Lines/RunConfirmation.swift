#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Grids
import ReportModel

/// Says whether the relations within a table's rows confirm values whose order a text leaves open.
///
/// Where a row's values stand on several lines, the lines need not be in the order of the columns: a
/// program that turns pages into text sorts cells by their height.
struct RunConfirmation {
  private let relations: [Relation]
  private let table: FormTable

  /// Takes the equations of `table` that hold within a row of one report.
  init(_ table: FormTable, _ relations: [Relation]) {
    self.table = table
    self.relations = relations.filter {
      $0.table == table.id && $0.each == .row && $0.comparison == .equal && !$0.needsPrevious
        && $0.only == nil
    }
  }

  /// `run` marked as doubtful where nothing says that its values are in their order and whole.
  func judged(_ run: LineRun, in grid: Grid) -> LineRun {
    var run = run
    let isWhole = run.lineCount == 1 || confirms(run.places, lines: run.lineCount, in: grid)
    run.isDoubtful = run.hasRemainder || !isWhole
    return run
  }

  private func confirms(_ places: [GridReference], lines: Int, in grid: Grid) -> Bool {
    let width = table.columns.count
    guard !relations.isEmpty, places.count.isMultiple(of: width) else { return false }
    return stride(from: 0, to: places.count, by: width).allSatisfy { start in
      let values = zip(table.columns, places[start..<(start + width)]).map { column, place in
        number(ValueReader(column).read(grid[place]).value)
      }
      return holds(values, isOneByOne: lines == places.count)
    }
  }

  /// Whether all relations hold, and would not hold as well with the last value in front of the others.
  private func holds(_ values: [Decimal?], isOneByOne: Bool) -> Bool {
    let numbers = values.compactMap(\.self)
    guard numbers.count == values.count else { return false }
    let isTurnable =
      !isOneByOne && numbers.first == numbers.last && numbers.first != 0
      && numbers.dropFirst().dropLast().allSatisfy { $0 == 0 }
    return !isTurnable
      && relations.allSatisfy { sum($0.left, numbers) == sum($0.right, numbers) }
  }

  private func sum(_ terms: [RelationTerm], _ numbers: [Decimal]) -> Decimal {
    var sum: Decimal = 0
    for term in terms {
      for (column, number) in zip(table.columns, numbers) where term.matches(column.id) {
        sum += term.coefficient * number
      }
    }
    return sum
  }

  private func number(_ value: FieldValue) -> Decimal? {
    switch value {
    case .number(let number): number
    case .blank, .notApplicable: 0
    case .unreadable: nil
    }
  }
}
