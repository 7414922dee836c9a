import Diagnostics
import Documents
import Foundation
import ReportModel
import Testing

@testable import FormReading
@testable import FormWriting

/// Tables of a form that have the same rows and columns are told apart by their headings.
struct AlikeTablesTests {
  private let form: FormDefinition

  init() throws {
    let table = { (id: String, label: String, sheet: String) in
      """
      {"id": "\(id)", "label": "\(label)", "sheet": "\(sheet)", "arrangement": "matrix", "corner": "项目",
       "columns": [{"id": "x", "path": ["受理数"], "kind": "count"}, {"id": "y", "path": ["办结数"], "kind": "count"}],
       "rows": [{"id": "r", "path": ["甲类"]}, {"id": "s", "path": ["乙类"]}, {"id": "t", "path": ["丙类"]}]}
      """
    }
    let json = """
      {"id": "alike", "title": "服务情况统计表", "source": "某局〔2024〕1号", "order": ["a", "b"],
       "tables": [\(table("a", "一、线上办理情况", "线上")), \(table("b", "二、线下办理情况", "线下"))]}
      """
    form = try FormDefinition(json: Array(json.utf8))
  }

  private var report: Report {
    var report = Report(form: form.id)
    for (place, field) in form.fields.enumerated() {
      report.tables[field.table, default: [:]][field] = .number(.init(place + 1))
    }
    return report
  }

  @Test func byTheHeadingAboveOrTheSheet() throws {
    let reading = try FormReader(FormLibrary([form])).read(
      FormLayout.workbook(report, form).document(withNames: false), file: "x")
    #expect(reading.report.tables == report.tables)
    #expect(reading.findings == [])
  }

  @Test func inOurOwnDelimitedText() throws {
    for layout in RecordLayout.allCases {
      let records = ReportRecords.records(of: report, form, layout)
      let cells = records.enumerated().flatMap { row, record in
        record.enumerated().compactMap { column, field in
          field.text.isEmpty
            ? nil : GridCell(GridReference(row: row + 1, column: column + 1), .text(field.text))
        }
      }
      let document = GridDocument(
        kind: "csv", grids: [Grid(name: "", origin: .delimited, cells: cells)])
      let reading = try FormReader(FormLibrary([form])).read(document, file: "x")
      #expect(reading.report.tables == report.tables)
      #expect(reading.findings == [])
      let error = #expect(throws: FormUnrecognised.self) {
        _ = try FormReader(FormLibrary(Forms.all)).read(document, file: "x")
      }
      #expect(error?.phrase.zh == "这是按表式“alike”生成的，这里没有该表式；请用 --form 给出它的定义文件")
      #expect(
        error?.phrase.en
          == "this was made for the form “alike”, which is not known here; give its definition with --form"
      )
    }
  }
}
