import Documents
import FormReading
import FormWriting
import Foundation
import ReportModel
import TestSupport
import Testing

/// What is exported is read back as it was, by a seeded generator; `XLSXREPORT_ROUND_TRIPS` sets how many
/// reports of each form.
struct RoundTripTests {
  static let count =
    ProcessInfo.processInfo.environment["XLSXREPORT_ROUND_TRIPS"].flatMap(Int.init) ?? 4

  @Test("JSON gives the report back", arguments: Forms.library)
  func json(form: FormDefinition) throws {
    try forEachReport(form) { report in
      try ReportJSON.read(Array(ReportJSON.text(report, form).utf8), forms: [form])
    }
  }

  @Test("long CSV gives the report back", arguments: Forms.library)
  func longCSV(form: FormDefinition) throws {
    try forEachReport(form) { report in
      let bytes = try ReportCSV.bytes(report, form)
      let again = try ReportCSV.bytes(report, form)
      let isSame = bytes == again
      #expect(isSame)
      let document = try SubmissionReader().read(
        Input(name: "r.csv", bytes: bytes))
      return try FormReader(FormLibrary([form])).read(document, file: "r.csv").report
    }
  }

  @Test("grid CSV gives the report back", arguments: Forms.library)
  func gridCSV(form: FormDefinition) throws {
    try forEachReport(form) { report in
      let bytes = try ReportCSV.bytes(report, form, layout: .grid)
      let document = try SubmissionReader().read(Input(name: "r.csv", bytes: bytes))
      return try FormReader(FormLibrary([form])).read(document, file: "r.csv").report
    }
  }

  @Test("a workbook gives the report back, and the same bytes twice", arguments: Forms.library)
  func workbook(form: FormDefinition) throws {
    let folder = try TemporaryFolder()
    try forEachReport(form) { report in
      let paths = ["a.xlsx", "b.xlsx"].map(folder.path)
      for path in paths { try ReportWorkbook.write(report, form, to: path) }
      let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      let isSame = bytes[0] == bytes[1]
      #expect(isSame)
      let document = try SubmissionReader().read(Input(path: paths[0]))
      return try FormReader(FormLibrary([form])).read(document, file: "a.xlsx").report
    }
  }

  @Test("a form gives its reports back where a row has the name of the group below it")
  func rowBeforeItsGroup() throws {
    let json = """
      {"id": "own", "title": "仓库物资年度报告", "source": "x", "order": ["stock"],
       "tables": [{"id": "stock", "label": "库存情况", "sheet": "库存", "arrangement": "matrix",
        "columns": [{"id": "in", "path": ["本期收入"], "kind": "count"}],
        "rows": [{"id": "wheat", "path": ["粮食类", "小麦面粉"]}, {"id": "oils", "path": ["油料类"]},
         {"id": "oil", "path": ["油料类", "花生油桶"]}]}]}
      """
    let form = try FormDefinition(json: Array(json.utf8))
    let folder = try TemporaryFolder()
    try forEachReport(form) { report in
      try ReportWorkbook.write(report, form, to: folder.path("a.xlsx"))
      let document = try SubmissionReader().read(Input(path: folder.path("a.xlsx")))
      return try FormReader(FormLibrary([form])).read(document, file: "a.xlsx").report
    }
  }

  private func forEachReport(
    _ form: FormDefinition, read: (Report) throws -> Report?
  ) throws {
    for seed in 0..<UInt64(Self.count) {
      var generator = ReportGenerator(form, seed: seed)
      let report = generator.report()
      let again = try read(report)
      if let again, again.isEqual(to: report) { continue }
      Issue.record("seed \(seed): \(again.map { $0.difference(from: report) } ?? "nothing read")")
      return
    }
  }
}

extension Report {
  /// The first few things in which the report differs from `other`, for a test's message.
  func difference(from other: Report) -> String {
    var lines: [String] = []
    func add(_ name: String, _ left: String, _ right: String) {
      if left != right {
        lines.append(
          "\(name): \(left.debugDescription.prefix(80)), not \(right.debugDescription.prefix(80))")
      }
    }
    add("form", form, other.form)
    add("agency", agency, other.agency)
    add("title", title, other.title)
    add("year", "\(year ?? 0)", "\(other.year ?? 0)")
    for id in Set(sections.keys).union(other.sections.keys).sorted() {
      add(id, sections[id] ?? "", other.sections[id] ?? "")
    }
    for id in Set(contact.keys).union(other.contact.keys).sorted() {
      add(id, contact[id] ?? "", other.contact[id] ?? "")
    }
    add("tables", "\(tables.keys.sorted())", "\(other.tables.keys.sorted())")
    for field in Set(tables.values.flatMap(\.keys)).union(other.tables.values.flatMap(\.keys)) {
      add("\(field)", "\(self[field] as Any)", "\(other[field] as Any)")
      add("\(field) note", notes[field] ?? "", other.notes[field] ?? "")
    }
    return lines.prefix(6).joined(separator: "; ")
  }
}
