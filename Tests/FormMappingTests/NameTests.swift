import Findings
import FormMapping
import Foundation
import Grids
import Languages
import ReportModel
import Testing

/// The defined names of our own template prove where its fields stand, and its labels are still looked at.
struct NameTests {
  private let sample = Sample(distinct: Forms.form2021, seed: 5)
  private let reader = FormReader(FormLibrary(Forms.all))

  private func document(_ change: (Int, Drawing) -> Drawing = { $1 }) -> GridDocument {
    var document = GridDocument(kind: "xlsx")
    for (index, table) in Forms.form2021.tables.enumerated() {
      let drawing = change(index, Draughtsman(table: table).official())
      document.grids.append(Painter().grid(drawing, sample, name: table.sheet))
      for (place, ink) in drawing.squares {
        guard case .field(let field) = ink else { continue }
        document.names["f.\(field)"] = GridDocument.NamedCell(grid: index, reference: place)
      }
    }
    document.properties = ["xlsxreport.form": Forms.form2021.id, "xlsxreport.version": "1"]
    return document
  }

  @Test func readsTheTemplateWithoutAFinding() throws {
    let reading = try reader.read(document(), file: "x")
    #expect(sample.differences(in: reading.report).isEmpty)
    #expect(reading.findings.isEmpty)
    #expect(reading.tables.map(\.evidence) == [.names, .names, .names])
  }

  @Test func readsAFieldWhoseLabelIsGone() throws {
    let reading = try reader.read(
      document { index, drawing in
        var drawing = drawing
        if index == 0 { drawing.squares[GridReference(row: 7, column: 1)] = .label("甲类") }
        return drawing
      }, file: "x")
    #expect(sample.differences(in: reading.report).isEmpty)
    let finding = try #require(reading.findings.first { $0.rule == "label.loose" })
    #expect(finding.cells.map(\.field) == ["disclosure.licensing.decisions"])
  }

  @Test func takesTheNamedTableWhenTheSheetWasCopied() throws {
    var document = document()
    var vandal = Vandal(seed: 1)
    let copy = vandal.otherYear(Draughtsman(table: Forms.form2021.tables[1]).official())
    document.grids.insert(Painter().grid(copy, sample, name: "2022年"), at: 3)
    let reading = try reader.read(document, file: "x")
    #expect(sample.differences(in: reading.report).isEmpty)
    #expect(reading.findings.map(\.rule) == ["table.duplicate"])
    #expect(reading.findings.first?.severity == .warning)
  }

  @Test func doesNotReadWhatNamesAndLabelsDisagreeAbout() throws {
    var document = document()
    let first = FieldName("requests.received.naturalPerson")!
    let second = FieldName("requests.carriedIn.naturalPerson")!
    (document.names["f.\(first)"], document.names["f.\(second)"]) =
      (document.names["f.\(second)"], document.names["f.\(first)"])
    let reading = try reader.read(document, file: "x")
    #expect(reading.report.found(first) == nil)
    #expect(reading.report.found(second) == nil)
    #expect(Set(reading.findings.map(\.rule)) == ["label.ambiguous"])
    #expect(sample.differences(in: reading.report) == [first, second])
  }
}
