import Documents
import FormReading
import Foundation
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
      return (parts[0].replacingOccurrences(of: " (2019)", with: ""), quoted(parts[1]))
    }
  }()

  /// The label as a cell holds it: without what the list says about it, and without its markup.
  private static func quoted(_ entry: String) -> String {
    let remarks = /\ \([^)]*[A-Za-z][^)]*\)$|\ as\ ONE\ .*|\ repeated\ on\ .*|\ with\ &nbsp;\ runs/
    return entry.replacing(remarks, with: "").replacing("</p><p>", with: "\n")
      .replacing(/<[^>]*>/, with: "").replacing("\\n", with: "\n").replacing(" / ", with: "\n")
  }

  @Test(arguments: Forms.all.map(\.id))
  func readsEveryPublishedVariant(id: String) throws {
    let form = try #require(Forms.all.first { $0.id == id })
    let reader = FormReader(FormLibrary(Forms.all))
    var tried = 0
    for (label, variant) in Self.variants {
      for table in form.tables
      where (table.rows.map(\.label) + table.columns.map(\.label)).contains(label) {
        let sample = Sample(distinct: form, seed: UInt64(tried))
        let painter = GridPainter { $0 == label ? variant : $0 }
        let grid = painter.grid(LayoutBuilder(table: table).official(), sample)
        let reading = try reader.read(
          GridDocument(kind: "xlsx", grids: [grid]), file: "x", form: form.id)
        let wrong = sample.differences(in: reading.report).filter { $0.table == table.id }
        #expect(
          wrong.isEmpty,
          "“\(variant)” for “\(label)”: \(wrong.prefix(3).map(\.description)) \(reading.findings.prefix(2).map(\.rule.name))"
        )
        tried += 1
      }
    }
    #expect(tried > 75)
  }
}
