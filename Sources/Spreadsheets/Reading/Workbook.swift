public import Diagnostics
package import OpenPackaging
import XMLStreams
import ZipFiles

/// A workbook that is read: `.xlsx`, `.xlsm` and their templates, transitional and strict.
///
/// Opening reads what the workbook lists; sheets, strings and formats are read when they are asked
/// for.
///
///     let workbook = try Workbook(path: "report.xlsx")
///     for sheet in workbook.sheets where sheet.hasCells {
///       var rows = try workbook.rows(of: sheet)
///       while let row = try rows.next() {
///         for cell in row.cells { print(sheet.name, cell.reference, cell.value) }
///       }
///     }
///
/// A class, because its streams of rows share what it has read; one workbook belongs to one task.
///
/// Source: ECMA-376-1:2016, 12.3.23 and 18.2.
public final class Workbook {
  /// The sheets in the order of their tabs, those without cells among them.
  public let sheets: [SheetInfo]
  /// How the workbook counts its days.
  public let dateSystem: DateSystem
  /// The names that it gives to ranges and formulas.
  public let definedNames: [DefinedName]
  /// The limits that hold for everything read out of it.
  public let limits: Limits

  /// The package that holds the workbook.
  package let container: OPCPackage
  /// Which workbook its sheets belong to.
  private let identity = WorkbookIdentity.next()
  /// The name of the workbook's own part.
  package let part: PartName

  /// Whether sheets, strings and styles may be read by the scanners, which are faster; without it libxml2
  /// reads them.
  package var usesScanner = true

  /// By which road the shared strings were read; nil until they are.
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

  /// Reads the workbook that `container` holds.
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

  /// The first sheet of that name, compared as Excel does: by characters, case apart.
  public func sheet(named name: String) -> SheetInfo? {
    sheets.first { $0.name == name }
      ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  /// Makes sure that this workbook lists `sheet`.
  ///
  /// - Throws: ``WorkbookError`` for a sheet of another workbook.
  func requireOwn(_ sheet: SheetInfo) throws(WorkbookError) {
    guard sheet.workbook == identity else {
      throw WorkbookError(.foreignSheet, Fault.foreignSheet, sheet: sheet.name)
    }
  }

  /// The number formats of the workbook's cell formats.
  ///
  /// - Throws: ``WorkbookError`` where the styles part is damaged; without one all are General.
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

  /// The shared strings; nil where the file has none.
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

  /// The shared strings as the file lists them; empty where it has none.
  ///
  /// - Throws: ``WorkbookError`` where the part is damaged.
  package func sharedTexts() throws -> [String] {
    guard let strings = try sharedStrings() else { return [] }
    return (0..<strings.count).map { index in
      strings.withText(at: index) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The part that a relationship of the workbook of the kind `kind` leads to, if it is there.
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

/// Something that is read the first time it is asked for.
private enum Lazy<Value> {
  case unread
  case read(Value)
}
