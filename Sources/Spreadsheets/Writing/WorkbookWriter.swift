import Diagnostics
import XMLStreams
import ZipFiles

/// Writes a new workbook (.xlsx) from nothing: sheet after sheet, row after row.
///
/// Rows go to the file as they are written; what stays in memory is the workbook's different texts
/// (none with ``WorkbookWriterOptions/StringStorage/inline``), styles, and what is said of ranges. The
/// same calls give the same bytes. A class, because sheets write into the workbook that made them; use it
/// from one task at a time.
///
///     let workbook = try WorkbookWriter(path: "out.xlsx")
///     let bold = try workbook.style(CellStyle(font: CellFont(isBold: true)))
///     let sheet = try workbook.addSheet("Data")
///     try sheet.append(row: ["Name", "Count"], style: bold)
///     try sheet.append(row: ["A", 1])
///     try workbook.finish()
///
/// Dates are numbers with a date's number format. Nothing is at the path until ``finish()`` has returned, and
/// a file that is there is as it was until then.
public final class WorkbookWriter {
  let state: WorkbookState
  private var current: SheetWriter?
  private var names: [DefinedNameEntry] = []
  private var isFinished = false

  /// Begins a workbook that ``finish()`` puts at `path`, in one step, in the place of a file that is there.
  ///
  /// A link stays a link and permissions stay. The bytes go to a device or a pipe when all are there.
  ///
  /// - Throws: ``WorkbookWriterError`` for options that a workbook cannot hold, or why the file cannot
  ///   be written.
  public convenience init(
    path: String, options: WorkbookWriterOptions = WorkbookWriterOptions()
  ) throws {
    try self.init(options) { () throws(ZipError) in try ZipWriter(path: path) }
  }

  /// Begins a workbook in the file at `path`, which the caller puts in its place, or removes where this fails.
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

  /// Makes a style known to the workbook; equal styles are stored once.
  ///
  /// - Throws: ``WorkbookWriterError`` when it holds what a style cannot hold.
  public func style(_ style: CellStyle) throws -> StyleIndex { try state.styles.index(of: style) }

  /// Begins the next sheet; the one before it ends and takes nothing more.
  ///
  /// - Throws: ``WorkbookWriterError`` for a name or layout that a sheet cannot have, or for what was
  ///   wrong with the sheet before.
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

  /// Gives a name to what `formula` says, such as `'Sheet 1'!$A$1:$B$2`, without a leading `=`.
  ///
  /// The name holds in the whole workbook, or on `sheet` alone.
  ///
  /// - Throws: ``WorkbookWriterError`` for a name that Excel would not take.
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
  /// - Throws: ``WorkbookWriterError`` when the workbook cannot be valid, or why the file cannot be
  ///   written; then what was at the path is there as it was.
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
