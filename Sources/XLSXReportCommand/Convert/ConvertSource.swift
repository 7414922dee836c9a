import DelimitedText
import Diagnostics
import Spreadsheets

/// An input of `convert`, opened and recognised by its content.
enum ConvertSource: ~Copyable {
  /// A workbook, and the temporary file that holds it if it came from a pipe.
  case workbook(Workbook, spool: OutputFile?)
  /// Delimited text.
  case delimited(ByteSource)
  /// Cells, one per line.
  case cellLines(ByteSource)

  /// Whether it is a workbook.
  var isWorkbook: Bool {
    switch self {
    case .workbook: true
    case .delimited: false
    case .cellLines: false
    }
  }

  /// Whether it is delimited text.
  var isDelimited: Bool {
    switch self {
    case .delimited: true
    case .workbook: false
    case .cellLines: false
    }
  }

  /// Opens the file at `path`; `-` is stdin.
  ///
  /// - Throws: `ByteSourceError`, `WorkbookError`, ``Failure`` for an input of any other kind.
  static func open(_ path: String, limits: Limits) throws -> ConvertSource {
    var source = try path == "-" ? ByteSource(descriptor: 0) : ByteSource(path: path)
    let kind = ConvertSourceKind(path: path, head: try source.peek(512))
    switch kind {
    case .workbook:
      if path != "-", source.isSeekable {
        return .workbook(try Workbook(path: path, limits: limits), spool: nil)
      }
      let spool = try spool(source)
      return .workbook(
        try Workbook(path: try spool.temporaryPath, limits: limits), spool: spool)
    case .delimited: return .delimited(source)
    case .cellLines: return .cellLines(source)
    case .webPage:
      throw Failure(
        .data,
        Phrase(
          zh: "这是网页（HTML）或 XML，不是工作簿也不是 CSV；请先另存为 .xlsx",
          en: "is HTML or XML, neither a workbook nor CSV; save it as .xlsx first"))
    case .portableDocument:
      throw Failure(
        .data,
        Phrase(
          zh: "这是 PDF，不是工作簿也不是 CSV；请先另存为 .xlsx",
          en: "is a PDF, neither a workbook nor CSV; save it as .xlsx first"))
    }
  }

  /// Copies the content of a pipe to a temporary file, since an archive is read from its end.
  private static func spool(_ source: consuming ByteSource) throws -> OutputFile {
    // An output to stdout that is never committed is a temporary file that is removed automatically.
    let spool = try OutputFile(path: "-", replacing: false)
    _ = try spool.temporaryPath
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while case let count = try source.read(into: buffer), count > 0 {
      try spool.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
    return spool
  }
}
