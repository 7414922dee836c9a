#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import ReportModel

/// Decides whether the relations within a table's rows confirm values whose order is ambiguous.
///
/// If a row's values are on several lines, the lines need not be in the order of the columns: a program that
/// converts pages to text sorts cells by their vertical position. In a table without such relations, the
/// headers of the columns confirm the values if they too are on one line each, in their order.
struct RunConfirmation {
  private let relations: [Relation]
  private let table: FormTable
  private let heads: LineHeads

  /// Makes a confirmation from the equations of `table` that apply within a row of one report.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - relations: The form's relations.
  ///   - heads: The texts that may be headers of its columns.
  init(_ table: FormTable, _ relations: [Relation], _ heads: LineHeads) {
    self.table = table
    self.heads = heads
    self.relations = relations.filter {
      $0.table == table.id && $0.each == .row && $0.comparison == .equal && !$0.needsPrevious
        && $0.only == nil
    }
  }

  /// `run`, marked as doubtful unless its values are known to be complete and in order.
  func judged(_ run: NumberRun, in grid: Grid) -> NumberRun {
    var run = run
    let isWhole =
      run.lineCount == 1 || confirms(run.places, lines: run.lineCount, in: grid)
      || confirmsByHeads(run)
    run.isDoubtful = run.hasRemainder || !isWhole
    return run
  }

  /// Whether each value is on a line of its own, and so is the header of each column that the values may
  /// belong to.
  private func confirmsByHeads(_ run: NumberRun) -> Bool {
    guard relations.isEmpty, run.lineCount == run.places.count, let first = run.places.first else {
      return false
    }
    let rows = table.rows.map(table.columns(of:)).filter { $0.count == run.places.count }
    return !rows.isEmpty
      && rows.allSatisfy { columns in
        let indices = columns.compactMap { column in
          table.columns.firstIndex(where: { $0.id == column.id })
        }
        return heads.stand(indices, before: first.row)
      }
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

  /// Whether all relations hold, and would not hold as well with the last value before the others.
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
