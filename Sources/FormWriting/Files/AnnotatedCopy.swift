package import Diagnostics
package import Documents
package import ReportModel
import Spreadsheets

/// Writes a copy of a submission in which every finding is marked at its cell.
///
/// Each cell of a finding is coloured by severity and has a comment with the message; a first sheet 校验结果
/// lists the findings. Everything else is unchanged, so that importing the copy returns the same report.
package enum AnnotatedCopy {
  /// Writes the annotated copy of `workbook` to a new file at `path`.
  ///
  /// - Parameters:
  ///   - findings: The findings to mark.
  ///   - workbook: The submitted workbook.
  ///   - language: The language of the messages.
  ///   - path: The path of the copy.
  ///   - limits: The limits of reading it.
  /// - Throws: `WorkbookError`, `WorkbookEditorError` for a workbook that cannot be marked, or the reason why
  ///   a file cannot be read or written.
  package static func write(
    _ findings: [Finding], of workbook: Input, in language: Language, to path: String,
    limits: Limits = .standard
  ) throws {
    let editor = try WorkbookEditor(Workbook(workbook.package(limits: limits)))
    try mark(findings, in: editor, language)
    try editor.write(into: path)
  }

  /// Writes the annotated copy of a submission that is not a workbook: a new workbook with its tables and
  /// paragraphs as they were read.
  ///
  /// - Parameters:
  ///   - findings: The findings to mark.
  ///   - document: The submission as it was read.
  ///   - language: The language of the messages.
  ///   - path: The path of the copy.
  /// - Throws: As for a workbook, if the tables cannot be written.
  package static func write(
    _ findings: [Finding], of document: GridDocument, in language: Language, to path: String
  ) throws {
    let copy = GridWorkbook(document)
    try copy.write(to: path)
    let editor = try WorkbookEditor(path: path)
    try mark(findings.map(copy.translated), in: editor, language)
    try editor.save(to: path)
  }

  private static func mark(
    _ findings: [Finding], in editor: WorkbookEditor, _ language: Language
  ) throws {
    let sheets = Set(editor.workbook.sheets.filter(\.hasCells).map(\.name))
    var marks = FindingMarks()
    for finding in findings { marks.add(finding, language, sheets: sheets) }
    for (cell, mark) in marks.marks {
      try editor.fill(mark.severity.color, at: cell.reference, inSheet: cell.sheet)
      for text in ProseRows.chunks(of: mark.messages.joined(separator: "\n")).prefix(1) {
        try editor.comment(text, at: cell.reference, inSheet: cell.sheet)
      }
    }
    try FindingSheet(findings: findings, language: language, sheets: sheets).add(to: editor)
  }
}

extension Severity {
  /// The fill colour of a finding's cells.
  var color: CellColor {
    switch self {
    case .error: CellColor(0xFFC7CE)
    case .warning: CellColor(0xFFEB9C)
    case .note: CellColor(0xDDEBF7)
    }
  }

  /// The severity's name for people.
  func name(_ language: Language) -> String {
    switch (self, language) {
    case (.error, .zh): "错误"
    case (.warning, .zh): "警告"
    case (.note, .zh): "提示"
    case (_, .en): rawValue
    }
  }
}
