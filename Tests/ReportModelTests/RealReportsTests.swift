import Foundation
import ReportModel
import TestSupport
import Testing

/// The numbers of published reports, as somebody else wrote them down.
@Suite(
  "Published reports, judged", .enabled(if: SharedMaterial.isPresent("real-reports/001.json")))
struct RealReportsTests {
  /// What is wrong with these numbers; 010 was damaged where it was extracted.
  static let broken = ["010.json": ["proceedings.total proceedings.litigation.direct.total"]]

  @Test("finds the relations that are broken, and only them; blanks for zero draw no error")
  func judges() throws {
    let folder = SharedMaterial.url("real-reports")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
    var (fields, broken) = (0, [String: [String]]())
    for name in names {
      let report = try report(Data(contentsOf: folder.appendingPathComponent(name)))
      fields += report.tables.values.map(\.count).reduce(0, +)
      let form = try #require(BuiltInForms.all.form(report.form))
      let findings = RelationChecker(form).check(report, file: name)
        .filter { $0.severity == .error }
      if !findings.isEmpty {
        broken[name] = findings.map { "\($0.rule) \($0.cells.first?.field ?? "")" }
      }
    }
    #expect(names.count > 40)
    #expect(fields > 2900)
    #expect(broken == Self.broken)
  }

  private func report(_ data: Data) throws -> Report {
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let form = try BuiltInForms.form(try #require(Int(json["format"] as? String ?? "")))
    var report = Report(form: form.id)
    for table in form.tables { report.tables[table.id] = [:] }
    let disclosure = json["table2"] as? [String: [String: Any]] ?? [:]
    let requests = (json["table3"] as? [String: Any])?["rows"] as? [String: [Any]] ?? [:]
    let proceedings = json["table4"] as? [Any] ?? []
    for (index, field) in form.fields.enumerated() {
      let table = try #require(form.table(field.table))
      let row = try #require(table.row(field.row))
      let column = try #require(table.columns.firstIndex { $0.id == field.column })
      var value: Any?
      switch field.table {
      case "disclosure":
        let names = [row.label] + (row.aliases ?? [])
        let cells = names.compactMap { disclosure[$0] }.first
        value = cells?.first { table.columns[column].label.hasPrefix($0.key) }?.value
      case "requests":
        let cells = requests[row.label] ?? []
        value = column < cells.count ? cells[column] : nil
      default:
        let place = index - (form.fields.count - 15)
        value = place < proceedings.count ? proceedings[place] : nil
      }
      guard let value else { continue }
      report[field] = Self.value(value)
    }
    return report
  }

  /// A value as these files write it; null is unknown.
  private static func value(_ value: Any) -> FieldValue? {
    switch value {
    // By way of its text: Foundation's own decimal value of 1808595 is off in the tenth place.
    case let number as NSNumber: Decimal(exactly: number.stringValue).map(FieldValue.number)
    case "" as String: .blank
    case let text as String where ["/", "-", "—", "无"].contains(text): .notApplicable
    case let text as String: .unreadable(text)
    default: nil
    }
  }
}
