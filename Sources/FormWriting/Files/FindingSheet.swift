#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics
import Documents
import FormReading
import ReportModel
import Spreadsheets

/// The first sheet of an annotated copy: the findings in a list, each with a link to its cell.
struct FindingSheet {
  let findings: [Finding]
  let language: Language
  let sheets: Set<String>

  private static let widths: [Double] = [6, 9, 26, 70, 18, 12, 12, 12]

  private var headings: [String] {
    switch language {
    case .zh: ["序号", "程度", "规则", "说明", "位置", "实为", "应为", "相差"]
    case .en: ["No.", "Severity", "Rule", "Message", "Cell", "Found", "Expected", "Difference"]
    }
  }

  /// Adds the sheet in front, under a defined name by which a reader skips it.
  func add(to editor: WorkbookEditor) throws {
    let taken = editor.workbook.sheets.map(\.name)
    var naming = SheetNaming(taken: taken)
    let name = naming.name("校验结果")
    var styles: [CellRole: StyleIndex] = [:]
    for role: CellRole in [.heading, .columnLabel, .listValue, .listText, .link, .explanation] {
      styles[role] = try editor.style(role.style)
    }
    var layout = SheetLayout(isActive: true, showsGridLines: false)
    layout.columns = Self.widths.enumerated().map { ColumnLayout($0 + 1, width: $1) }
    layout.frozen = FrozenPanes(rows: 3)
    layout.print = PrintSetup(
      orientation: .landscape, scaling: .fit(pagesWide: 1, pagesHigh: nil), repeatedRows: 1...3)
    try editor.addSheet(name, at: 0, layout) { sheet in
      try write(to: sheet) { styles[$0] ?? .standard }
    }
    // One name for each annotation of a file, since an annotated copy may be submitted again.
    let number = editor.workbook.definedNames.count { OwnSheetName.isFindings($0.name) } + 1
    try editor.define(
      OwnSheetName.findings(number), as: "\(SheetName.quoted(name))!$A$1")
  }

  private func write(to sheet: SheetWriter, _ style: (CellRole) -> StyleIndex) throws {
    let title = language == .zh ? "校验结果" : "Findings"
    try sheet.append(row: [.text(title)], style: style(.heading), RowLayout(height: 30))
    try sheet.append(row: [.text(summary)], style: style(.explanation), RowLayout(height: 20))
    // Otherwise its words are wrapped to the width of the first column.
    try sheet.merge(
      CellRange(
        CellReference(row: 2, column: 1), CellReference(row: 2, column: Self.widths.count)))
    try sheet.append(
      row: headings.map { .text($0) }, style: style(.columnLabel), RowLayout(height: 24))
    for (place, finding) in findings.enumerated() {
      try write(finding, number: place + 1, to: sheet, style)
    }
  }

  private func write(
    _ finding: Finding, number: Int, to sheet: SheetWriter, _ style: (CellRole) -> StyleIndex
  ) throws {
    let message = ProseRows.chunks(of: finding.message[language]).first ?? ""
    try sheet.beginRow(number + 3, RowLayout(height: Self.height(of: message)))
    try sheet.append(number, style(.listValue))
    try sheet.append(finding.severity.name(language), style(.listValue))
    try sheet.append(finding.rule.name, style(.listText))
    try sheet.append(message, style(.listText))
    let cell = finding.cells.lazy.compactMap { FindingMarks.cell($0, sheets: sheets) }.first
    if let cell {
      try sheet.append("\(cell.sheet)!\(cell.reference)", style(.link))
      let reference = CellReference(row: number + 3, column: 5)
      try sheet.link(
        CellRange(reference, reference),
        to: .location("\(SheetName.quoted(cell.sheet))!\(cell.reference)"))
    } else {
      try sheet.appendBlank(style(.listValue))
    }
    for number in [finding.left, finding.right, finding.difference] {
      try sheet.append(number.map { .number($0.cellNumber) } ?? .blank, style(.listValue))
    }
  }

  private var summary: String {
    let counts = [Severity.error, .warning, .note].map { severity in
      findings.count { $0.severity == severity }
    }
    switch language {
    case .zh:
      return "错误 \(counts[0]) 项，警告 \(counts[1]) 项，提示 \(counts[2]) 项。点“位置”可以跳到有关单元格，批注里有说明。"
    case .en:
      return """
        \(counts[0]) errors, \(counts[1]) warnings, \(counts[2]) notes. Click a cell's name to go there; \
        its comment says what is wrong.
        """
    }
  }

  private static func height(of message: String) -> Double {
    let width = message.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    return min(400, max(20, Double(width / 62 + 1) * 15 + 5))
  }
}
