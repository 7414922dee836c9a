import Findings
import Grids
import Languages
import Limits
import OutputFiles
import ReportFiles
import Submissions

/// Writes the copies of submissions in which every finding is marked.
struct AnnotationOutput: Sendable {
  private let path: String
  private let isSeveral: Bool
  private let replacing: Bool
  private let inputs: [String]
  private let limits: Limits

  /// Makes an output to the file `path`, or for several submissions to the folder `path`.
  init(_ path: String, isSeveral: Bool, replacing: Bool, inputs: [String], limits: Limits) {
    self.path = path
    self.isSeveral = isSeveral
    self.replacing = replacing
    self.inputs = inputs
    self.limits = limits
  }

  /// Writes the annotated copy of the submission in the file `source`, which `report` was read from.
  ///
  /// - Throws: ``Failure`` that names the copy.
  func write(_ report: IntakeReport, of source: String) throws(Failure) {
    guard let document = report.document else {
      throw Failure(
        .data,
        Phrase(
          zh: "\(source)：年报 JSON 没有可以标注的单元格；请先用 xlsxreport export 写成 .xlsx",
          en:
            "\(source): a report in JSON has no cells to mark; write it as .xlsx by xlsxreport export"
        ))
    }
    let isWorkbook = source != "-" && Self.workbooks.contains(document.kind)
    let target = isSeveral ? "\(path)/\(Self.name(of: source, kind: document.kind))" : path
    if !isSeveral {
      try checkExtension(isWorkbook ? SubmissionFile(path: source).nameExtension : "xlsx")
    }
    try Failure.naming(target) {
      let file = try OutputFile(path: target, replacing: replacing, inputs: inputs)
      if isWorkbook {
        try AnnotatedCopy.write(
          report.findings, ofWorkbookAt: source, in: .current, to: file.temporaryPath,
          limits: limits)
      } else {
        try AnnotatedCopy.write(report.findings, of: document, in: .current, to: file.temporaryPath)
      }
      try file.commit()
    }
  }

  /// A workbook under another extension than its own is one that Excel does not open.
  private func checkExtension(_ expected: String) throws(Failure) {
    let found = SubmissionFile(path: path).nameExtension
    guard path != "-", found != expected, Self.workbooks.contains(expected) else { return }
    throw Failure(
      .usage, file: path,
      Phrase(
        zh: "标注的副本是 .\(expected) 工作簿，换了扩展名 Excel 打不开；--annotate 的文件名要以 .\(expected) 结尾",
        en: """
          the annotated copy is an .\(expected) workbook, which Excel does not open by another name; \
          let --annotate end in .\(expected)
          """))
  }

  private static let workbooks: Set<String> = ["xlsx", "xlsm", "xltx", "xltm"]

  /// The copy's name in the folder: the submission's own, `.xlsx` where that is no workbook.
  private static func name(of source: String, kind: String) -> String {
    let file = SubmissionFile(path: source)
    return workbooks.contains(kind) ? file.baseName : file.baseName + ".xlsx"
  }
}
