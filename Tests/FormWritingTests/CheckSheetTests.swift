import Documents
import FormWriting
import ReportModel
import Testing

/// The check sheet of a template says how many cells are still blank, and is green only where none is.
struct CheckSheetTests {
  private func checks(_ workbook: LaidOutWorkbook) throws -> LaidOutSheet {
    try #require(workbook.sheets.first { $0.name == "校验" })
  }

  /// What the line above all others is stored with.
  private func summary(_ sheet: LaidOutSheet) -> String? {
    let cell = sheet.cells.first { $0.reference == GridReference(row: 2, column: 1) }
    guard case .message(_, let text)? = cell?.content else { return nil }
    return text
  }

  @Test("counts the blank cells of a template, of a report with gaps, and of a whole one")
  func countsBlankCells() throws {
    let form = Forms.form2021
    var report = try Forms.example()
    let whole = try checks(FormLayout.workbook(report, form))
    let complete = try #require(summary(whole))
    #expect(complete.hasPrefix("共 ") && complete.hasSuffix(" 项核对，全部通过"))
    report[FieldName("disclosure.licensing.decisions")!] = .blank
    report[FieldName("disclosure.fees.amount")!] = .blank
    #expect(
      summary(try checks(FormLayout.workbook(report, form))) == "尚有 2 格未填；\(complete)")
    #expect(summary(try checks(FormLayout.template(form))) == "尚有 166 格未填；\(complete)")
  }

  @Test("is green nowhere while a cell is blank", arguments: Forms.library)
  func isGreenOnlyWhereNothingIsMissing(form: FormDefinition) throws {
    let sheet = try checks(FormLayout.template(form))
    let green = sheet.highlights.filter { $0.meaning == .passed }
    #expect(green.count == 3)
    #expect(green.allSatisfy { $0.formula.contains("SUM($F$5:$F$7)=0") })
  }
}
