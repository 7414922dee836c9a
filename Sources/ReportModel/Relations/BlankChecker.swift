#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics

/// Checks whether a report is filled in at all: `form.blank` and `table.blank`.
///
/// The content of an empty template does not count: totals of 0, and values carried over from last year's
/// report. Blanks instead of zeros in a table with other values are not reported.
package struct BlankChecker: Sendable {
  private let definition: FormDefinition
  private let carried: Set<FieldName>

  /// Makes a checker for the reports of `definition`.
  package init(_ definition: FormDefinition) {
    self.definition = definition
    carried = Set(definition.carriedInstances.compactMap(\.left.first?.field))
  }

  /// Reports that `report` has no number, or which of its tables are blank.
  ///
  /// - Parameters:
  ///   - report: The report; a table that was not found is not checked.
  ///   - file: The name that the findings give the submission.
  ///   - cell: Where a field is in the submission.
  /// - Returns: `form.blank`, or `table.blank` for each table, or nothing.
  /// - Complexity: O(*n*) in the number of fields of blank tables.
  package func check(
    _ report: Report, file: String,
    cell: (FieldName) -> FindingCell = { FindingCell(field: $0.description) }
  ) -> [Finding] {
    let tables = definition.order.compactMap(definition.table)
      .filter { report.tables[$0.id]?.isEmpty == false }
    guard !tables.isEmpty else { return [] }
    let blank = tables.filter { table in
      !holds(report, table) { $0 != .blank }
    }
    let holdsNumber = tables.contains { table in
      holds(report, table) { value in
        switch value {
        case .number, .unreadable: true
        case .blank, .notApplicable: false
        }
      }
    }
    guard holdsNumber else {
      let fields = tables.flatMap { inputs(of: $0, report) }
      let blanks = fields.filter { report[$0] == .blank }
      return [finding(.form(fields: fields.count, blank: blanks.count), blanks, file, cell)]
    }
    return blank.map { table in
      let blanks = inputs(of: table, report).filter { report[$0] == .blank }
      return finding(.table(table.label, blank: blanks.count), blanks, file, cell)
    }
  }

  /// Whether a field of `table` that a template does not prefill has a value that `isMeant`.
  private func holds(
    _ report: Report, _ table: FormTable, _ isMeant: (FieldValue) -> Bool
  ) -> Bool {
    (report.tables[table.id] ?? [:]).contains { field, value in
      isMeant(value) && !carried.contains(field)
        && !(value == .number(0) && definition.isTotal(field))
    }
  }

  /// The fields of `table` that were found and that a person fills in.
  private func inputs(of table: FormTable, _ report: Report) -> [FieldName] {
    table.fields.filter { report.found($0) != nil && !definition.isTotal($0) }
  }

  /// The blank part of a report.
  private enum Blank {
    case form(fields: Int, blank: Int)
    case table(String, blank: Int)
  }

  private func finding(
    _ blank: Blank, _ fields: [FieldName], _ file: String, _ cell: (FieldName) -> FindingCell
  ) -> Finding {
    let cells = fields.map(cell)
    switch blank {
    case .form(let fields, let blank):
      return Finding(
        file: file, rule: "form.blank", severity: .error,
        message: Phrase(
          zh: "各表没有填写一个数字：应填 \(fields) 格，空白 \(blank) 格；请填写后再报送，没有的填 0",
          en: """
            no table holds a number: \(blank) of the \(fields) fields to fill in are blank; fill the form \
            in, with 0 where there is none
            """),
        cells: cells)
    case .table(let label, let blank):
      return Finding(
        file: file, rule: "table.blank", severity: .warning,
        message: Phrase(
          zh: "“\(label)”空白 \(blank) 格，一格未填；没有的填 0，不适用的填“/”",
          en: """
            “\(label)”: all \(blank) fields to fill in are blank; enter 0 where there is none, “/” where it \
            does not apply
            """),
        cells: cells)
    }
  }
}
