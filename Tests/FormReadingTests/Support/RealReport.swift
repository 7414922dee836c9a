import Foundation
import ReportModel
import TestSupport

/// A published report of `../shared/real-reports`.
struct RealReport {
  let number: String
  let sample: Sample
  /// Whether （六）其他处理 was published as one row.
  let isCollapsed: Bool

  static let all: [RealReport] = {
    let folder = SharedMaterial.url("real-reports")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
        let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
      else { return nil }
      return RealReport(number: String(name.dropLast(5)), object)
    }
  }()

  private init?(number: String, _ object: [String: Any]) {
    self.number = number
    let form = object["format"] as? String == "2019" ? Forms.form2019 : Forms.form2021
    var values: [FieldName: FieldValue] = [:]
    let two = object["table2"] as? [String: [String: Any]] ?? [:]
    let table = form.tables[0]
    for row in table.rows {
      let cells = two[row.label] ?? two["行政" + row.label] ?? [:]
      for column in table.columns(of: row) {
        let label = String(column.label.prefix { $0 != "（" })
        values[FieldName(table: table.id, row: row.id, column: column.id)] = Self.value(
          cells[label])
      }
    }
    let rows = (object["table3"] as? [String: Any])?["rows"] as? [String: [Any]] ?? [:]
    for row in form.tables[1].rows {
      let cells = rows[row.label] ?? (row.label.contains("其他处理") ? rows["3.其他"] : nil) ?? []
      for (column, value) in zip(form.tables[1].columns, cells) {
        values[FieldName(table: "requests", row: row.id, column: column.id)] = Self.value(value)
      }
    }
    let four = object["table4"] as? [Any] ?? []
    for (field, value) in zip(form.tables[2].fields, four) { values[field] = Self.value(value) }
    isCollapsed = form.id == Forms.form2021.id && rows["3.其他"] == nil
    sample = Sample(form, values: values.compactMapValues { $0 })
  }

  private static func value(_ value: Any?) -> FieldValue? {
    switch value {
    case let number as NSNumber: .number(Decimal(string: number.stringValue)!)
    case let text as String where text.isEmpty: .blank
    case let text as String where ["/", "-", "—"].contains(text): .notApplicable
    case let text as String:
      Decimal(string: text.prefix { $0.isNumber || $0 == "." }.description).map(FieldValue.number)
    default: nil
    }
  }
}
