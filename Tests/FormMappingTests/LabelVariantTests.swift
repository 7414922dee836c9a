import Findings
import FormMapping
import Foundation
import Grids
import ReportModel
import TestSupport
import Testing

/// Every published variant of a label is read as that label.
@Suite(.enabled(if: SharedMaterial.isPresent("reference/label-variants.tsv")))
struct LabelVariantTests {
  static let variants: [(label: String, variant: String)] = {
    let url = SharedMaterial.url("reference/label-variants.tsv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let parts = line.components(separatedBy: "\t")
      guard parts.count == 3 else { return nil }
      let label = parts[0].replacingOccurrences(of: " (2019)", with: "")
      return (label, parts[1].replacingOccurrences(of: "\\n", with: "\n"))
    }
  }()

  @Test func readsEveryPublishedVariant() throws {
    let reader = FormReader(forms: Forms.all)
    var tried = 0
    for (label, variant) in Self.variants {
      for form in Forms.all {
        for (index, table) in form.tables.enumerated()
        where (table.rows.map(\.label) + table.columns.map(\.label)).contains(label) {
          let sample = Sample(distinct: form, seed: UInt64(tried))
          let painter = Painter {
            $0 == label ? variant.components(separatedBy: " / ").joined(separator: "\n") : $0
          }
          let grids = form.tables.enumerated().map { place, table in
            (place == index ? painter : Painter()).grid(
              Draughtsman(table: table).official(), sample, name: "表\(place)")
          }
          let reading = try reader.read(
            GridDocument(kind: "xlsx", grids: grids), file: "x", form: form.id)
          let wrong = sample.differences(in: reading.report)
          #expect(
            wrong.isEmpty,
            "“\(variant)” for “\(label)”: \(wrong.prefix(3).map(\.description)) \(reading.findings.prefix(2).map(\.rule.name))"
          )
          tried += 1
        }
      }
    }
    #expect(tried > 150)
  }
}
