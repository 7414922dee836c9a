import Diagnostics
import XMLStreams
import ZipFiles

/// Writes a new workbook (.xlsx), sheet after sheet and row after row.
///
/// Rows are written to the file directly; only the distinct texts (none with
/// ``WorkbookWriterOptions/StringStorage/inline``), the styles and the range features stay in memory. The
/// same calls make the same bytes. A class, because sheets write into the workbook that made them; use it
/// from one task at a time.
///
///     let workbook = try WorkbookWriter(path: "out.xlsx")
///     let bold = try workbook.style(CellStyle(font: CellFont(isBold: true)))
///     let sheet = try workbook.addSheet("Data")
///     try sheet.append(row: ["Name", "Count"], style: bold)
///     try sheet.append(row: ["A", 1])
///     try workbook.finish()
///
/// Dates are numbers with a date format. The file appears at the path when ``finish()`` returns; an existing
/// file is unchanged until then.
public final class WorkbookWriter {
  let state: WorkbookState
  private var current: SheetWriter?
  private var names: [DefinedNameEntry] = []
  private var isFinished = false

  /// Begins a workbook that ``finish()`` puts at `path` in one step, replacing an existing file.
  ///
  /// A symbolic link stays a link, and permissions are kept. A device or a pipe receives the bytes when all
  /// are ready.
  ///
  /// - Throws: ``WorkbookWriterError`` for invalid options, or if the file cannot be written.
  public convenience init(
    path: String, options: WorkbookWriterOptions = WorkbookWriterOptions()
  ) throws {
    try self.init(options) { () throws(ZipError) in try ZipWriter(path: path) }
  }

  /// Begins a workbook in the file at `path`, which the caller then moves into place, or removes on failure.
  ///
  /// - Throws: As ``init(path:options:)``.
  package convenience init(
    into path: String, options: WorkbookWriterOptions = WorkbookWriterOptions()
  ) throws {
    try self.init(options) { () throws(ZipError) in try ZipWriter(into: path) }
  }

  private init(
    _ options: WorkbookWriterOptions, archive: () throws(ZipError) -> ZipWriter
  ) throws {
    try options.properties.check()
    state = try WorkbookState(options: options, archive: archive)
    try addPackageParts()
  }

  /// Registers a style with the workbook; equal styles are stored once.
  ///
  /// - Throws: ``WorkbookWriterError`` for an invalid style.
  public func style(_ style: CellStyle) throws -> StyleIndex { try state.styles.index(of: style) }

  /// Begins the next sheet; the previous one ends and cannot be written any more.
  ///
  /// - Throws: ``WorkbookWriterError`` for an invalid name or layout, or for an error of the previous sheet.
  public func addSheet(_ name: String, _ layout: SheetLayout = SheetLayout()) throws -> SheetWriter
  {
    guard !isFinished else { throw WorkbookWriterError(.finished) }
    if let fault = SheetName.fault(of: name) { throw WorkbookWriterError(fault, sheet: name) }
    let folded = name.lowercased()
    guard !state.sheets.contains(where: { $0.name.lowercased() == folded }) else {
      throw WorkbookWriterError(.sheetNameTwice, sheet: name)
    }
    try layout.check(sheet: name, in: state.identity)
    try endSheet()
    state.sheets.append(.init(name: name, layout: layout))
    let part = "xl/worksheets/sheet\(state.sheets.count).xml"
    try state.archive { zip throws(ZipError) in try zip.begin(part) }
    let sheet = SheetWriter(
      name: name, layout: layout, place: state.sheets.count - 1, host: state,
      sink: partSink)
    current = sheet
    return sheet
  }

  /// Defines a name for `formula`, such as `'Sheet 1'!$A$1:$B$2`, without a leading `=`.
  ///
  /// The scope of the name is the workbook, or only `sheet`.
  ///
  /// - Throws: ``WorkbookWriterError`` for a name that Excel rejects.
  public func define(
    _ name: String, as formula: String, onSheet sheet: String? = nil, isHidden: Bool = false
  ) throws {
    guard !isFinished else { throw WorkbookWriterError(.finished) }
    guard DefinedNameEntry.isValid(name) else {
      throw WorkbookWriterError(.definedName(name), sheet: sheet)
    }
    let units = formula.utf16.count
    guard (1...8192).contains(units) else {
      throw WorkbookWriterError(.formulaLength(units), sheet: sheet)
    }
    names.append(.init(name: name, formula: formula, sheet: sheet, isHidden: isHidden))
  }

  /// Ends the workbook: its last sheet, its styles, strings and names, and the file.
  ///
  /// - Throws: ``WorkbookWriterError`` if the workbook is invalid or the file cannot be written; an existing
  ///   file at the path is then unchanged.
  public func finish() throws {
    guard !isFinished else { throw WorkbookWriterError(.finished) }
    guard !state.sheets.isEmpty else { throw WorkbookWriterError(.noSheet) }
    guard state.sheets.contains(where: { $0.layout.visibility == .visible }) else {
      throw WorkbookWriterError(.noVisibleSheet)
    }
    try endSheet()
    isFinished = true
    try addWorkbookParts(names: try DefinedNameEntry.sorted(names, sheets: state.sheets))
    try state.archive { zip throws(ZipError) in try zip.finish() }
  }

  private func endSheet() throws {
    guard let sheet = current else { return }
    current = nil
    try sheet.finish()
    try state.archive { zip throws(ZipError) in try zip.end() }
    state.sheets[sheet.place].filter = sheet.features.filter
    let addresses = sheet.features.addresses
    guard !addresses.isEmpty else { return }
    var relationships = RelationshipsPart()
    for address in addresses { relationships.add("hyperlink", address, isExternal: true) }
    try add(
      "xl/worksheets/_rels/sheet\(sheet.place + 1).xml.rels", relationships.finish())
  }
}
