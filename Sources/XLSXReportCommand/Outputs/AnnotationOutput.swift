import Diagnostics
import Documents
import FormWriting
import ReportModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes copies of submissions in which every finding is marked.
struct AnnotationOutput {
  private let path: String
  /// The places of copies in the folder `path`; nil for a single file.
  private let places: CopyPlaces?
  /// Whether submissions without errors and warnings are copied too.
  private let copiesAll: Bool
  private let replacing: Bool
  private let inputs: InputFiles
  private let others: [OutputPlace]
  private let limits: Limits
  /// The copies written so far, each with its original.
  private var written: [FileIdentity: FileIdentity?] = [:]

  /// Makes an output to the file `path`, or for several submissions to the folder `path`.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - list: The submissions.
  ///   - copiesAll: Whether submissions without errors and warnings are copied too, if there are several.
  ///   - replacing: Whether an existing file is replaced.
  ///   - inputs: The files that are never replaced.
  ///   - others: The other outputs of the run.
  ///   - limits: The limits of reading.
  init(
    _ path: String, of list: InputList, copiesAll: Bool, replacing: Bool, inputs: InputFiles,
    others: [OutputPlace], limits: Limits
  ) {
    self.path = path
    places = list.isSeveral ? CopyPlaces(list.entries) : nil
    self.copiesAll = copiesAll || !list.isSeveral
    self.replacing = replacing
    self.inputs = inputs
    self.others = others
    self.limits = limits
  }

  /// Writes the annotated copy of the submission in the file `source`, the one at `index` of the list, from
  /// which `report` was read; of several, one without errors and warnings may be left out.
  ///
  /// - Throws: ``Failure`` that names the copy, or the submission if that cannot have one.
  mutating func write(_ report: ImportedReport, of source: String, at index: Int) throws(Failure) {
    guard copiesAll || report.findings.contains(where: { $0.severity >= .warning }) else { return }
    guard let document = report.document else {
      throw Failure(
        .data, file: source,
        Phrase(
          zh: "年报 JSON 没有可以标注的单元格；请先用 xlsxreport export 写成 .xlsx",
          en: "a report in JSON has no cells to mark; write it as .xlsx by xlsxreport export"))
    }
    // A converter's result has another name than the submission.
    let isWorkbook = report.workbook?.name == source && source != "-"
    let target: String
    if let places {
      target = path + "/" + places[index] + (isWorkbook ? "" : ".xlsx")
    } else {
      target = path
      // A workbook from stdin has no extension, so any fits.
      let found = path.fileNameExtension
      if source != "-" || report.workbook == nil
        || !SubmissionKind.workbookExtensions.contains(found)
      {
        try checkExtension(isWorkbook ? source.fileNameExtension : "xlsx")
      }
    }
    try Failure.naming(target) {
      if places != nil { try Self.makeFolder(of: target) }
      let input = source == "-" ? nil : FileIdentity(path: source)
      if let copy = FileIdentity(path: target), let other = written[copy] {
        guard input == nil || other != input else { return }
        throw Self.isTaken
      }
      if let place = OutputPlace(path: target), others.contains(place) { throw Self.isTaken }
      let file = try OutputFile(
        path: target, replacing: replacing, inputs: inputs, sources: [source])
      try write(report, document, to: file.temporaryPath)
      try file.commit()
      if let copy = FileIdentity(path: target) { written[copy] = input }
    }
  }

  private func write(
    _ report: ImportedReport, _ document: GridDocument, to path: String
  ) throws {
    if let workbook = report.workbook {
      try AnnotatedCopy.write(
        report.findings, of: workbook, in: .current, to: path, limits: limits)
    } else {
      try AnnotatedCopy.write(report.findings, of: document, in: .current, to: path)
    }
  }

  private static let isTaken = Failure(
    .cannotCreate,
    Phrase(
      zh: "这个名称已是本次运行的另一个输出；请分两次处理，或写到不同的文件夹",
      en: "another output of this run has that name; use two runs, or two folders"))

  /// Creates the folder of `path`, and those above it.
  private static func makeFolder(of path: String) throws(OutputError) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else {
      return
    }
    let folder = String(path[..<slash])
    guard FileIdentity(path: folder) == nil else { return }
    try makeFolder(of: folder)
    if mkdir(folder.systemName, 0o777) != 0 {
      let fault = SystemFault.last
      guard fault.code == EEXIST else { throw .cannotCreate(fault) }
    }
  }

  /// Excel does not open a workbook with another extension than its own.
  private func checkExtension(_ expected: String) throws(Failure) {
    let found = path.fileNameExtension
    guard path != "-", found != expected, SubmissionKind.workbookExtensions.contains(expected)
    else { return }
    throw Failure(
      .usage, file: path,
      Phrase(
        zh: "标注的副本是 .\(expected) 工作簿，换了扩展名 Excel 打不开；--annotate 的文件名要以 .\(expected) 结尾",
        en: """
          the annotated copy is an .\(expected) workbook, which Excel does not open by another name; \
          let --annotate end in .\(expected)
          """))
  }
}
