#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics

/// Compares the numbers in a report's prose with its tables.
///
/// Its findings are warnings: prose may be about another scope than the tables, such as the agency's own
/// office instead of the whole county.
package struct ProseChecker: Sendable {
  private let definition: FormDefinition
  private let claims: [ProseClaim]

  /// Makes a checker for the reports of one form, without the rules in `disabled`.
  package init(_ definition: FormDefinition, disabled: Set<RuleID> = []) {
    self.definition = definition
    claims = definition.prose.filter { !disabled.contains($0.rule) }
  }

  /// The numbers of `report`'s prose that its tables do not have, in the form's order.
  ///
  /// A number whose fields were not all found and read is not checked.
  ///
  /// - Complexity: O(*n*) in the length of the prose, for each claim.
  package func check(
    _ report: Report, file: String,
    cell: (FieldName) -> FindingCell = { FindingCell(field: $0.description) }
  ) -> [Finding] {
    let prose = report.sections.mapValues(ProseSentence.sentences)
    return claims.flatMap { claim in
      (prose[claim.section] ?? []).compactMap { sentence in
        sentence.number(for: claim).flatMap {
          finding(claim, $0, in: sentence, report, file: file, cell: cell)
        }
      }
    }
  }

  private func finding(
    _ claim: ProseClaim, _ described: Decimal, in sentence: ProseSentence, _ report: Report,
    file: String, cell: (FieldName) -> FindingCell
  ) -> Finding? {
    let sums = claim.sums.map { terms in
      terms.flatMap { term in definition.fields.filter { term.matches($0.description) } }
    }
    var totals: [Decimal] = []
    for fields in sums {
      let values = fields.map { report.found($0)?.counted }
      // The prose may mean a sum that cannot be calculated.
      guard !values.contains(nil) else { return nil }
      totals.append(values.reduce(0) { $0 + ($1 ?? 0) })
    }
    guard let first = totals.first, !totals.contains(described) else { return nil }
    let heading = definition.sections.first { $0.id == claim.section }?.label ?? claim.section
    return Finding(
      file: file, rule: claim.rule, severity: .warning,
      message: Phrase(
        zh: "“\(heading)”写有“\(sentence.text)”，其中的 \(described) 与表中的 \(first) 不一致；请核对口径和数字",
        en: """
          “\(heading)” says “\(sentence.text)”, but its \(described) is \(first) in the tables; check the \
          scope and the number
          """),
      left: described, right: first,
      cells: (sums.first ?? []).map { field in
        var place = cell(field)
        place.value = report.found(field)?.finding ?? .blank
        return place
      })
  }
}
