public import Diagnostics
package import OpenPackaging
import XMLStreams
import ZipFiles

/// A workbook that is open for reading: `.xlsx`, `.xlsm` and their templates, transitional and strict.
///
/// Opening reads the list of sheets and names; cells, strings and formats are read on demand.
///
///     let workbook = try Workbook(path: "report.xlsx")
///     for sheet in workbook.sheets where sheet.hasCells {
///       var rows = try workbook.rows(of: sheet)
///       while let row = try rows.next() {
///         for cell in row.cells { print(sheet.name, cell.reference, cell.value) }
///       }
///     }
///
/// A class, because its row streams share what has been read; one workbook belongs to one task.
///
/// Source: ECMA-376-1:2016, 12.3.23 and 18.2.
public final class Workbook {
  /// The sheets in tab order, including those without cells.
  public let sheets: [SheetInfo]
  /// The date system.
  public let dateSystem: DateSystem
  /// The defined names.
  public let definedNames: [DefinedName]
  /// The limits for everything that is read from the workbook.
  public let limits: Limits

  /// The package of the workbook.
  package let container: OPCPackage
  /// The identity of the workbook, which its sheets share.
  private let identity = WorkbookIdentity.next()
  /// The name of the workbook part.
  package let part: PartName

  /// Whether scanners, which are faster, may read cells and shared strings; otherwise libxml2 reads them.
  package var usesScanner = true

  /// Which reader read the shared strings; nil until they are read.
  package private(set) var stringsReadingPath: ReadingPath?

  private var strings: Lazy<SharedStrings?> = .unread
  private var cellFormats: Lazy<CellFormats> = .unread

  /// Opens the workbook in the file at `path`.
  ///
  /// - Throws: ``WorkbookError``.
  public convenience init(path: String, limits: Limits = .standard) throws {
    let container: OPCPackage
    do { container = try OPCPackage(path: path, limits: limits) } catch {
      throw WorkbookError.wrapping(error)
    }
    try self.init(container)
  }

  /// Opens a workbook that is in memory.
  ///
  /// - Throws: ``WorkbookError``.
  public convenience init(bytes: [UInt8], limits: Limits = .standard) throws {
    let container: OPCPackage
    do { container = try OPCPackage(bytes: bytes, limits: limits) } catch {
      throw WorkbookError.wrapping(error)
    }
    try self.init(container)
  }

  /// Opens the workbook in `container`.
  ///
  /// - Throws: ``WorkbookError``.
  package init(_ container: OPCPackage) throws {
    self.container = container
    limits = container.limits
    do {
      part = try container.mainPart(expecting: .workbook)
      let links = try container.relationships(of: part)
      var listing = try WorkbookListing(
        try container.element(part), of: identity, links: links, part: part.path, limits: limits)
      listing.markMissing { links[$0].flatMap(container.part) == nil }
      sheets = listing.sheets
      dateSystem = listing.dateSystem
      definedNames = listing.definedNames
    } catch {
      throw WorkbookError.wrapping(error)
    }
  }

  /// The first sheet named `name`, preferring the same case, as in Excel.
  public func sheet(named name: String) -> SheetInfo? {
    sheets.first { $0.name == name }
      ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Checks that `sheet` is one of this workbook.
  ///
  /// - Throws: ``WorkbookError`` for a sheet of another workbook.
  func requireOwn(_ sheet: SheetInfo) throws(WorkbookError) {
    guard sheet.workbook == identity else {
      throw WorkbookError(.foreignSheet, Fault.foreignSheet, sheet: sheet.name)
    }
  }

  /// The number formats of the workbook's cell formats.
  ///
  /// - Throws: ``WorkbookError`` if the styles part is damaged; without one all are General.
  public func formats() throws -> CellFormats {
    if case .read(let formats) = cellFormats { return formats }
    let formats: CellFormats
    if let part = try linkedPart("styles") {
      let reader = StylesReader(part: part.path, limits: limits)
      try parse(part, reader)
      formats = reader.formats
    } else {
      formats = .plain
    }
    cellFormats = .read(formats)
    return formats
  }

  /// The shared strings; nil if the file has none.
  func sharedStrings() throws -> SharedStrings? {
    if case .read(let strings) = strings { return strings }
    var found: SharedStrings?
    if let part = try linkedPart("sharedStrings") {
      do {
        let stream = try SharedStringsStream(
          try container.open(part), part: part.path, limits: limits, usesScanner: usesScanner)
        (found, stringsReadingPath) = try stream.read()
      } catch {
        throw WorkbookError.wrapping(error, part: part.path)
      }
    }
    strings = .read(found)
    return found
  }

  /// The shared strings in file order; empty if there are none.
  ///
  /// - Throws: ``WorkbookError`` if the part is damaged.
  package func sharedTexts() throws -> [String] {
    guard let strings = try sharedStrings() else { return [] }
    return (0..<strings.count).map { index in
      strings.withText(at: index) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The target of the workbook's first relationship of the kind `kind` whose part exists.
  package func linkedPart(_ kind: String) throws -> PartName? {
    do {
      return try container.relationships(of: part).all(kind).lazy
        .compactMap { self.container.part($0) }.first
    } catch {
      throw WorkbookError.wrapping(error)
    }
  }

  private func parse(_ part: PartName, _ handler: any XMLHandler) throws {
    do {
      let reader = try container.open(part)
      try XMLPushParser.parse(handler: handler, limits: limits) {
        try reader.read(into: $0)
      }
    } catch {
      throw WorkbookError.wrapping(error, part: part.path)
    }
  }
}

/// A value that is read on first use.
private enum Lazy<Value> {
  case unread
  case read(Value)
}
