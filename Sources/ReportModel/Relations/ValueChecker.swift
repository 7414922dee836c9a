#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics

/// Checks each number of a report by its column: `value.count` and `value.decimals`.
struct ValueChecker {
  let definition: FormDefinition

  /// The findings about the numbers of `report`, in the form's order.
  func check(_ report: Report, cell: (FieldName) -> FindingCell) -> [Finding] {
    definition.tables.flatMap { table -> [Finding] in
      // A number that every kind allows needs neither column nor label, whose look-up takes longer than all
      // else here.
      guard let values = report.tables[table.id], values.values.contains(where: \.isUncommon)
      else { return [] }
      return table.cells.compactMap { field, _, column in
        guard case .number(let number)? = values[field],
          var finding = finding(number, column, definition.label(of: field))
        else { return nil }
        var place = cell(field)
        place.value = .number(number)
        finding.cells = [place]
        return finding
      }
    }
  }

  private func finding(
    _ number: Decimal, _ column: FormColumn, _ name: @autoclosure () -> String
  ) -> Finding? {
    guard number.isUncommon else { return nil }
    let isWhole = number.decimals == 0
    let label = name()
    switch column.kind {
    case .count where number < 0 && !isWhole:
      return .count(
        zh: "“\(label)”应为不小于 0 的整数，实为 \(number)",
        en: "“\(label)” must be a whole number of at least 0, but is \(number)")
    case .count where number < 0, .amount where number < 0:
      return .count(
        zh: "“\(label)”不能为负数，实为 \(number)", en: "“\(label)” must not be negative, but is \(number)")
    case .count where !isWhole, .signedCount where !isWhole:
      return .count(
        zh: "“\(label)”应为整数，实为 \(number)", en: "“\(label)” must be a whole number, but is \(number)"
      )
    case .amount:
      guard let bound = column.decimals, number.decimals > bound else { return nil }
      return Finding(
        rule: "value.decimals", severity: .warning,
        message: Phrase(
          zh: "“\(label)”有 \(number.decimals) 位小数（\(number)），应保留 \(bound) 位以内",
          en: """
            “\(label)” has \(number.decimals) decimals (\(number)); there should be at most \(bound)
            """))
    case .count, .signedCount: return nil
    }
  }
}

extension Finding {
  fileprivate static func count(zh: String, en: String) -> Finding {
    Finding(rule: "value.count", severity: .error, message: Phrase(zh: zh, en: en))
  }
}

extension FieldValue {
  /// Whether it is a number that some kind of field does not allow.
  fileprivate var isUncommon: Bool {
    guard case .number(let number) = self else { return false }
    return number.isUncommon
  }
}

extension Decimal {
  /// Whether some kind of field does not allow it: it is negative, or may have decimals.
  fileprivate var isUncommon: Bool { self < 0 || exponent < 0 }

  /// The number of decimals, without trailing zeros.
  fileprivate var decimals: Int {
    description.utf8.split(separator: UInt8(ascii: ".")).dropFirst().first?.count ?? 0
  }
}
