import ZipFiles

/// What a workbook and the sheet that is being written share; a class for that reason.
final class WorkbookState: SheetHost {
  /// A sheet that was begun.
  struct Sheet {
    var name: String
    var layout: SheetLayout
    var addresses: [String] = []
    var filter: CellRange?
  }

  let identity = WorkbookIdentity.next()
  private let zip: ZipWriter
  let options: WorkbookWriterOptions
  var styles: StyleTable
  var sheets: [Sheet] = []
  /// Not checked for overlapping accesses, once a text: the table calls nobody while a string is added,
  /// and whoever is handed its strings only writes them to the archive.
  @exclusivity(unchecked) private var strings = StringTable()
  private(set) var stringReferences = 0

  init(options: WorkbookWriterOptions, archive: () throws(ZipError) -> ZipWriter) throws {
    styles = try StyleTable(standardFont: options.standardFont, of: identity)
    self.options = options
    do throws(ZipError) { zip = try archive() } catch { throw WorkbookWriterError(error) }
  }

  /// Writes to the archive.
  ///
  /// - Throws: ``WorkbookWriterError`` that says why it cannot be written.
  func archive(_ work: (ZipWriter) throws(ZipError) -> Void) throws(WorkbookWriterError) {
    do throws(ZipError) { try work(zip) } catch { throw WorkbookWriterError(error) }
  }

  /// The place of `text` among the shared strings; `nil` when it is to stand in its cell.
  func sharedString(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard options.strings == .shared, let index = strings.index(of: text) else { return nil }
    stringReferences &+= 1
    return index
  }

  func differentialStyle(_ style: DifferentialStyle) -> Int { styles.index(of: style) }

  var stringCount: Int { strings.count }

  /// Calls `body` with each shared string, in their order.
  func forEachString(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    for place in 0..<strings.count { try body(strings.bytes(at: place)) }
  }
}
