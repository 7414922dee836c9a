import DelimitedText
import Diagnostics
import Spreadsheets

/// One run of `convert`: an input's cells into an output.
struct Conversion {
  /// The input's path, or `-`.
  var input: String
  /// The output's path, or `-`.
  var output: String
  /// The output format.
  var format: ConvertFormat
  /// The requested sheet.
  var sheet: String?
  /// Whether each sheet becomes a file.
  var allSheets = false
  /// Whether a workbook's values are written as displayed.
  var isDisplayed = false
  /// The options of reading delimited text.
  var reading = DelimitedReader.Options()
  /// The options of writing delimited text.
  var writing = DelimitedWriter.Options()
  /// Whether workbooks may be read by the scanners; otherwise libxml2 reads all parts.
  var usesScanner = true
  /// Whether an existing output is replaced.
  var isReplacing = false

  /// Reads the input and writes the output.
  ///
  /// - Throws: ``Failure``, which names the file in question.
  func run() throws {
    let source = try Failure.naming(input) {
      try ConvertSource.open(input, limits: reading.limits)
    }
    do {
      try write(source)
    } catch let error as OutputError {
      throw Failure(error, file: output)
    } catch let error as TextEncodingError where error.isAboutOutput {
      throw Failure(error, file: output)
    } catch let error as WorkbookWriterError where error.isAboutOutput {
      throw Failure(error, file: output)
    } catch {
      throw Failure(error, file: input)
    }
  }

  private func openOutput(_ path: String) throws -> OutputFile {
    do {
      return try OutputFile(path: path, replacing: isReplacing, inputs: InputFiles([input]))
    } catch {
      throw Failure(error, file: path)
    }
  }

  private func write(_ source: consuming ConvertSource) throws {
    if allSheets {
      let folder = try DelimitedFolderOutput(
        folder: output, pathExtension: format.rawValue, options: writing, open: openOutput)
      return try feed(source, to: folder)
    }
    if format == .xlsx, source.isWorkbook { throw Self.copyRefused }
    let file = try openOutput(output)
    switch format {
    case .null:
      let count = CellCountOutput { try file.write($0) }
      try feed(source, to: count)
    case .ndjson:
      let lines = CellLinesOutput(ByteOutput { try file.write($0) })
      try feed(source, to: lines)
    case .csv, .tsv:
      var writer = try DelimitedWriter(ByteOutput { try file.write($0) }, options: writing)
      if source.isDelimited {
        try rewrite(source, to: &writer)
      } else {
        let text = DelimitedOutput(writer)
        try feed(source, to: text)
      }
    case .xlsx:
      let workbook = try WorkbookOutput(path: try file.temporaryPath)
      try feed(source, to: workbook)
    }
    try file.commit()
  }

  private func rewrite(
    _ source: consuming ConvertSource, to writer: inout DelimitedWriter
  ) throws {
    guard sheet == nil else { throw Self.noSheets }
    guard case .delimited(let bytes) = consume source else { return }
    var text = DelimitedInput(try DelimitedReader(bytes, options: reading))
    try text.rewrite(to: &writer)
  }

  private func feed(
    _ source: consuming ConvertSource, to output: any ConvertOutput
  ) throws {
    switch consume source {
    case .workbook(let workbook, let spool):
      workbook.usesScanner = usesScanner
      try withExtendedLifetime(spool) {
        try feed(WorkbookInput(workbook: workbook, isDisplayed: isDisplayed), to: output)
      }
    case .delimited(let bytes):
      guard sheet == nil else { throw Self.noSheets }
      var text = DelimitedInput(try DelimitedReader(bytes, options: reading))
      try text.feed(sheet: ConvertSheetName.sheet(forFile: input), to: output)
    case .cellLines(let bytes):
      let limits = reading.limits
      var lines = CellLinesInput(
        TextLines(
          try TextDecoder(bytes, encoding: reading.encoding, limits: limits), limits: limits))
      let isFound = try lines.feed(
        only: sheet, firstAlone: sheet == nil && format.isDelimited && !allSheets, to: output)
      if !isFound, let sheet { throw Self.noSheet(named: sheet) }
      if !isFound, format == .xlsx { try output.beginSheet("Sheet1") }
    }
    try output.finish()
  }

  private func feed(
    _ workbook: WorkbookInput, to output: any ConvertOutput
  ) throws {
    if let sheet { return try workbook.feed(try workbook.sheet(sheet), to: output) }
    if format.isDelimited, !allSheets {
      return try workbook.feed(try workbook.firstSheet(), to: output)
    }
    for sheet in workbook.workbook.sheets {
      if sheet.hasCells {
        try workbook.feed(sheet, to: output)
      } else {
        noteSkipped(sheet)
      }
    }
  }

  private func noteSkipped(_ sheet: SheetInfo) {
    if sheet.isMissing {
      let note = Failure(
        .done, file: input,
        Phrase(
          zh: "跳过“\(sheet.name)”：工作簿列出了它，但文件中没有它的部件",
          en: "skipped \"\(sheet.name)\": the workbook lists it, but its part is not in the file"))
      return StandardStream.errors.say(note.line(in: .current))
    }
    let kind: Phrase =
      switch sheet.kind {
      case .worksheet: Phrase(zh: "工作表", en: "sheet of cells")
      case .chartsheet: Phrase(zh: "图表", en: "chart")
      case .dialogsheet: Phrase(zh: "对话框", en: "dialog")
      case .macrosheet: Phrase(zh: "宏", en: "macro sheet")
      }
    let note = Failure(
      .done, file: input,
      Phrase(
        zh: "跳过“\(sheet.name)”：它是\(kind.zh)，不是单元格的工作表",
        en: "skipped \"\(sheet.name)\": it is a \(kind.en), not a sheet of cells"))
    StandardStream.errors.say(note.line(in: .current))
  }
}

extension Conversion {
  private static let copyRefused = Failure(
    .usage,
    Phrase(
      zh: "不把工作簿转成工作簿：原样保留请直接复制；按统计表填写请用 export --template",
      en: """
        a workbook is not converted to a workbook: copy the file to keep it as it is, \
        or fill a form in with export --template
        """))

  private static let noSheets = Failure(
    .usage,
    Phrase(zh: "CSV 只有一张表，不能用 --sheet", en: "CSV has one sheet only; leave --sheet out"))

  private static func noSheet(named name: String) -> Failure {
    Failure(
      .data, Phrase(zh: "没有名为“\(name)”的工作表", en: "there is no sheet named \"\(name)\""))
  }
}

extension TextEncodingError {
  /// Whether the output cannot represent the text.
  fileprivate var isAboutOutput: Bool {
    if case .unencodable = self { return true }
    return false
  }
}

extension WorkbookWriterError {
  /// Whether the output could not be written.
  fileprivate var isAboutOutput: Bool {
    switch reason {
    case .cannotCreate, .writeFailed: true
    default: false
    }
  }
}
