public import Diagnostics
import OpenPackaging
import ZipFiles

/// Changes cells of a workbook and keeps everything else byte for byte.
///
/// Unchanged parts keep their compressed bytes, order, times and attributes. In a changed sheet only the
/// bytes of the changed cells change, and what depends on them: new rows and cells, the hints `dimension` and
/// `spans`, the next cell of a shared formula. Effects on the workbook are applied as well: styles and texts
/// are appended, the calculation chain is removed with a formula, and cached values are recalculated on
/// opening.
///
///     let editor = try WorkbookEditor(path: "office.xlsx")
///     try editor.set(.number(9), at: CellReference(row: 6, column: 5), inSheet: "申请")
///     try editor.save(to: "filled.xlsx")
///
/// Changes are recorded and written by ``save(to:)``, to the same path or another, and again after further
/// changes. A class, because it refers to an open file; use it from one task at a time.
public final class WorkbookEditor {
  /// An added sheet.
  struct NewSheet {
    var name: String
    var place: Int
    var layout: SheetLayout
    var bytes: [UInt8]
    var addresses: [String]
    var filter: CellRange?
  }

  /// The workbook before the changes.
  public let workbook: Workbook
  let identity = WorkbookIdentity.next()
  var sheets: [Int: SheetEdit] = [:]
  var tables: [Int: [TableEdit]] = [:]
  var comments: [Int: [CommentsEdit.Comment]] = [:]
  var newSheets: [NewSheet] = []
  var names: [DefinedNameEntry] = []
  var customProperties: [CustomProperty] = []
  var styles: StylesEdit?
  var stylesPart: PartName?
  var knownStrict: Bool?

  /// Opens the workbook in the file at `path`.
  ///
  /// - Throws: ``WorkbookError``, or ``WorkbookEditorError`` for a workbook that is digitally signed.
  public convenience init(path: String, limits: Limits = .standard) throws {
    try self.init(Workbook(path: path, limits: limits))
  }

  /// Opens a workbook that is in memory.
  ///
  /// - Throws: ``WorkbookError``, or ``WorkbookEditorError`` for a workbook that is digitally signed.
  public convenience init(bytes: [UInt8], limits: Limits = .standard) throws {
    try self.init(Workbook(bytes: bytes, limits: limits))
  }

  /// Makes an editor for `workbook`.
  ///
  /// - Throws: ``WorkbookEditorError`` for a workbook that is digitally signed.
  package init(_ workbook: Workbook) throws {
    self.workbook = workbook
    let package = workbook.container
    let isSigned = package.parts.contains {
      $0.path.lowercased().hasPrefix("/_xmlsignatures/")
    }
    guard !isSigned else { throw WorkbookEditorError(.signed) }
  }

  /// The index of the sheet named `name`, loaded for changes.
  func place(ofSheet name: String) throws -> Int {
    guard let sheet = workbook.sheet(named: name) else {
      throw WorkbookEditorError(.noSheet, sheet: name)
    }
    guard sheet.hasCells else { throw WorkbookEditorError(.noCells, sheet: name) }
    guard sheets[sheet.index] == nil else { return sheet.index }
    let part = try workbook.part(of: sheet)
    do {
      let edit = try SheetEdit(PackageEdit.editable(part, in: workbook.container))
      sheets[sheet.index] = edit
      let links = try workbook.container.relationships(of: part)
      tables[sheet.index] = try edit.index.tableLinks.compactMap { link in
        guard let table = links[link].flatMap({ workbook.container.part($0) }) else { return nil }
        return TableEdit(try PackageEdit.editable(table, in: workbook.container))
      }
    } catch let error as WorkbookEditorError {
      throw WorkbookEditorError(error.reason, part: error.part, sheet: name)
    } catch {
      throw WorkbookError.wrapping(error, sheet: name)
    }
    return sheet.index
  }

  /// Loads the styles part once, or makes one for a workbook without it.
  func loadStyles() throws {
    guard styles == nil else { return }
    try WorkbookEditorError.naming { try readStyles() }
  }

  private func readStyles() throws {
    if let part = try workbook.linkedPart("styles") {
      styles = try StylesEdit(
        PackageEdit.editable(part, in: workbook.container), of: identity)
      stylesPart = part
      return
    }
    guard let part = PartName("/xl/styles.xml", relativeTo: nil) else { return }
    let bytes = try StylesPart(styles: StyleTable(standardFont: CellFont())).bytes()
    styles = try StylesEdit(EditablePart(part, bytes, limits: workbook.limits), of: identity)
  }
}
