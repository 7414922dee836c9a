import Limits
import OpenPackaging
import XMLStreams
import ZipFiles

/// Reads a sheet's part piece by piece and tells a sink of its cells.
///
/// A class, because streams of rows hold it; it must not outlive the sink that it points to.
final class SheetStream<Sink: CellSink> {
  private let source: SheetSource
  private let entry: ZipEntryReader
  private let reader: SheetReader<Sink>
  private var parser: XMLPushParser
  private var isAtEnd = false

  init(_ workbook: Workbook, _ sheet: SheetInfo, sink: UnsafeMutablePointer<Sink>) throws {
    guard sheet.hasCells else {
      throw WorkbookError(.noCells, Fault.noCells, sheet: sheet.name)
    }
    let part = try workbook.part(of: sheet)
    source = SheetSource(name: sheet.name, part: part.path, limits: workbook.limits) {
      try workbook.sharedStrings()
    }
    do {
      entry = try workbook.container.open(part)
      reader = SheetReader(CellAssembler(source, sink: sink))
      parser = try XMLPushParser(handler: reader, limits: workbook.limits)
    } catch {
      throw WorkbookError.wrapping(error, part: part.path, sheet: sheet.name)
    }
  }

  /// What the part has said so far besides its cells.
  var details: SheetDetails { reader.details }

  /// Reads the next piece; false when there was none.
  func advance() throws -> Bool {
    guard !isAtEnd else { return false }
    do {
      let more: Void? = try entry.withNextChunk { try parser.push($0) }
      if more == nil {
        isAtEnd = true
        try parser.finish()
      }
    } catch {
      isAtEnd = true
      throw WorkbookError.wrapping(
        error, part: source.part, sheet: source.name, line: parser.position.line)
    }
    return !isAtEnd
  }
}
