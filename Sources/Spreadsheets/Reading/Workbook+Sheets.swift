import Diagnostics
package import OpenPackaging

extension Workbook {
  /// The rows of a sheet, one at a time, whatever their number.
  ///
  /// - Throws: ``WorkbookError`` if the sheet is from another workbook, has no cells or its part is missing.
  public func rows(of sheet: SheetInfo) throws -> SheetRows {
    try SheetRows(self, sheet)
  }

  /// Passes all cells of a sheet to `sink`, without an allocation for each of them.
  ///
  /// - Returns: The contents of the sheet other than cells.
  /// - Throws: ``WorkbookError``, or what the sink throws.
  @discardableResult
  public func read<Sink: CellSink>(_ sheet: SheetInfo, into sink: inout Sink) throws -> SheetDetails
  {
    try withUnsafeMutablePointer(to: &sink) { sink in
      let stream = try SheetStream(self, sheet, sink: sink)
      while try stream.advance() {}
      return stream.details
    }
  }

  /// The name of the worksheet part.
  ///
  /// - Throws: ``WorkbookError`` if the part is missing.
  package func part(of sheet: SheetInfo) throws -> PartName {
    try requireOwn(sheet)
    do {
      let links = try container.relationships(of: part)
      guard let link = links[sheet.relationshipID] else {
        throw WorkbookError(
          .missingPart, Fault.missingLink(sheet.relationshipID), part: part.path, sheet: sheet.name)
      }
      guard let part = container.part(link) else {
        throw WorkbookError(.missingPart, Fault.missingTarget(link.target), sheet: sheet.name)
      }
      return part
    } catch {
      throw WorkbookError.wrapping(error, sheet: sheet.name)
    }
  }
}
