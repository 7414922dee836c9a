package import Diagnostics
package import Documents
package import ReportModel
import Spreadsheets

/// Hands a submission back with every finding marked where it is.
///
/// Each cell of a finding is coloured by severity and has a comment with the message; a first sheet 校验结果
/// lists the findings. Everything else is as it was sent, so that importing the copy gives the same report.
package enum AnnotatedCopy {
  /// Writes the annotated copy of `workbook` to a new file at `path`.
  ///
  /// - Parameters:
  ///   - findings: What is to be marked.
  ///   - workbook: The workbook as it was sent.
  ///   - language: The language of the messages.
  ///   - path: Where the copy goes.
  ///   - limits: The limits of reading it.
  /// - Throws: `WorkbookError`, `WorkbookEditorError` for what cannot be marked, or why a file cannot be
  ///   read or written.
  package static func write(
    _ findings: [Finding], of workbook: Input, in language: Language, to path: String,
    limits: Limits = .standard
  ) throws {
    let editor = try WorkbookEditor(Workbook(workbook.package(limits: limits)))
    try mark(findings, in: editor, language)
    try editor.write(into: path)
  }

  /// Writes the annotated copy of a submission that is no workbook: a new one with its tables and
  /// paragraphs as they were read.
  ///
  /// - Parameters:
  ///   - findings: What is to be marked.
  ///   - document: The submission as it was read.
  ///   - language: The language of the messages.
  ///   - path: Where the copy goes.
  /// - Throws: As for a workbook, where the tables cannot be written.
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
  /// The colour that cells of a finding are filled with.
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
