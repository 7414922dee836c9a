/// The rows of a sheet, one at a time in file order; only the next few are in memory.
///
///     var rows = try workbook.rows(of: sheet)
///     while let row = try rows.next() { print(row.number, row.cells.count) }
///
/// Rows without cells are included; rows that the file omits are not.
public struct SheetRows: ~Copyable {
  private let stream: SheetStream<RowCollector>
  private let collector: UnsafeMutablePointer<RowCollector>

  init(_ workbook: Workbook, _ sheet: SheetInfo) throws {
    let collector = UnsafeMutablePointer<RowCollector>.allocate(capacity: 1)
    collector.initialize(to: RowCollector(formats: .plain))
    self.collector = collector
    do {
      collector.pointee = RowCollector(formats: try workbook.formats())
      stream = try SheetStream(workbook, sheet, sink: collector)
    } catch {
      collector.deinitialize(count: 1)
      collector.deallocate()
      throw error
    }
  }

  deinit {
    collector.deinitialize(count: 1)
    collector.deallocate()
  }

  /// The next row, or nil after the last.
  ///
  /// - Throws: ``WorkbookError``; no row follows an error.
  public mutating func next() throws -> SheetRow? {
    while true {
      if let row = collector.pointee.takeFirst() { return row }
      guard try stream.advance() else { return collector.pointee.takeFirst() }
    }
  }

  /// The contents of the sheet other than cells; complete once ``next()`` has returned nil.
  public var details: SheetDetails { stream.details }
}
