import ZipFiles

/// The state shared by a workbook and its current sheet; therefore a class.
final class WorkbookState: SheetHost {
  /// A sheet that has begun.
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
  /// Not checked for exclusive access, which would be done once per text: the table calls no other code while
  /// a string is added, and code that receives its strings only writes them to the archive.
  @exclusivity(unchecked) private var strings = StringTable()
  private(set) var stringReferences = 0

  init(options: WorkbookWriterOptions, archive: () throws(ZipError) -> ZipWriter) throws {
    styles = try StyleTable(standardFont: options.standardFont, of: identity)
    self.options = options
    do throws(ZipError) { zip = try archive() } catch { throw WorkbookWriterError(error) }
  }

  /// Writes to the archive.
  ///
  /// - Throws: ``WorkbookWriterError`` if it cannot be written.
  func archive(_ work: (ZipWriter) throws(ZipError) -> Void) throws(WorkbookWriterError) {
    do throws(ZipError) { try work(zip) } catch { throw WorkbookWriterError(error) }
  }

  /// The shared string index of `text`; `nil` for an inline string.
  func sharedString(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard options.strings == .shared, let index = strings.index(of: text) else { return nil }
    stringReferences &+= 1
    return index
  }

  func differentialStyle(_ style: DifferentialStyle) -> Int { styles.index(of: style) }

  var stringCount: Int { strings.count }

  /// Calls `body` with each shared string in order.
  func forEachString(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    for place in 0..<strings.count { try body(strings.bytes(at: place)) }
  }
}
