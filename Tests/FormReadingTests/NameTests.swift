import Diagnostics
import Documents
import Foundation
import ReportModel
import Testing

@testable import FormReading

/// The defined names of our own template prove where its fields stand, and its labels are still looked at.
struct NameTests {
  private let sample = Sample(distinct: Forms.form2021, seed: 5)
  private let reader = FormReader(FormLibrary(Forms.all))

  private func document(_ change: (Int, Drawing) -> Drawing = { $1 }) -> GridDocument {
    document(Forms.form2021, sample, change)
  }

  private func document(
    _ form: FormDefinition, _ sample: Sample, _ change: (Int, Drawing) -> Drawing = { $1 }
  ) -> GridDocument {
    var document = GridDocument(kind: "xlsx")
    for (index, table) in form.tables.enumerated() {
      let drawing = change(index, LayoutBuilder(table: table).official())
      document.grids.append(GridPainter().grid(drawing, sample, name: table.sheet))
      for (place, ink) in drawing.squares {
        guard case .field(let field) = ink else { continue }
        document.names["f.\(field)"] = GridDocument.NamedCell(grid: index, reference: place)
      }
    }
    document.properties = ["xlsxreport.form": form.id, "xlsxreport.version": "1"]
    return document
  }

  @Test func readsTheTemplateWithoutAFinding() throws {
    let reading = try reader.read(document(), file: "x")
    #expect(sample.differences(in: reading.report).isEmpty)
    #expect(reading.findings.isEmpty)
    #expect(reading.tables.map(\.evidence) == [.names, .names, .names])
  }

  /// The locator and the names of an unchanged template must say the same.
  @Test(arguments: [Forms.form2021, Forms.form2019])
  func readsAnUnchangedTemplateAsTheLocatorDoes(form: FormDefinition) throws {
    var sample = Sample(distinct: form, seed: 9)
    sample.values[form.fields[3]] = .blank
    let unchanged = document(form, sample)
    var noted = unchanged
    noted.grids[0][1, 30] = GridCell(GridReference(row: 1, column: 30), .text("第1稿"))
    #expect(UnchangedTemplate(PreparedForm(form), unchanged) != nil)
    #expect(UnchangedTemplate(PreparedForm(form), noted) == nil)
    let quick = try reader.read(unchanged, file: "x", form: form.id)
    let slow = try reader.read(noted, file: "x", form: form.id)
    #expect(sample.differences(in: quick.report).isEmpty)
    #expect(quick.report == slow.report)
    #expect(quick.findings == slow.findings)
    #expect(quick.places == slow.places)
    #expect(quick.score == slow.score)
    #expect(quick.tables.map(\.found) == slow.tables.map(\.found))
    #expect(quick.tables.map(\.layout) == slow.tables.map(\.layout))
  }

  /// Whatever differs from the template is for the locator.
  @Test(arguments: Forms.form2021.tables.indices)
  func takesNoChangedTemplateForUnchanged(table: Int) {
    let form = PreparedForm(Forms.form2021)
    let document = document()
    #expect(UnchangedTemplate(form, document) != nil)
    for cell in document.grids[table].cells {
      var changed = document
      switch cell.value {
      case .number: continue
      default: changed.grids[table][cell.reference]?.value = .text("甲")
      }
      #expect(UnchangedTemplate(form, changed) == nil, "\(cell)")
    }
    for merge in document.grids[table].merges {
      var changed = document
      changed.grids[table].merges.removeAll { $0 == merge }
      #expect(UnchangedTemplate(form, changed) == nil, "\(merge)")
    }
    for field in Forms.form2021.tables[table].fields {
      var changed = document
      changed.names["f.\(field)"]?.reference.row += 1
      #expect(UnchangedTemplate(form, changed) == nil, "\(field)")
      changed.names["f.\(field)"] = nil
      #expect(UnchangedTemplate(form, changed) == nil, "\(field)")
    }
    let long = String(repeating: "0", count: 31) + "3"
    for value in [GridValue.number(3), .text("3"), .text("３件"), .text(long), .boolean(true)] {
      var changed = document
      changed.grids[table][40, 2] = GridCell(GridReference(row: 40, column: 2), value)
      #expect(UnchangedTemplate(form, changed) == nil, "\(value)")
      changed = document
      changed.grids.append(
        Grid(
          name: "附",
          cells: [GridCell(GridReference(row: 2, column: 2), value)]))
      #expect(UnchangedTemplate(form, changed) == nil, "\(value)")
    }
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
    var vandal = Mutator(seed: 1)
    let copy = vandal.otherYear(LayoutBuilder(table: Forms.form2021.tables[1]).official())
    document.grids.insert(GridPainter().grid(copy, sample, name: "2022年"), at: 3)
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
