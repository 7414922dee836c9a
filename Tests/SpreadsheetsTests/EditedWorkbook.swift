import Foundation
import Spreadsheets
import TestSupport
import ZipFiles

/// A workbook after it was changed and saved, by its parts.
struct EditedWorkbook {
  /// The text of each part by its name.
  let parts: [String: String]
  /// The bytes of each part by its name.
  let stored: [String: [UInt8]]
  /// The names of the parts in the archive's order.
  let names: [String]
  /// The file's bytes.
  let bytes: [UInt8]

  /// Changes `fixture` by `edit` and saves it.
  init(_ fixture: WorkbookFixture, _ edit: (WorkbookEditor) throws -> Void) throws {
    try self.init(editing: try fixture.bytes(), edit)
  }

  /// Changes the workbook in `bytes` by `edit` and saves it.
  init(editing bytes: [UInt8], _ edit: (WorkbookEditor) throws -> Void) throws {
    let folder = try TemporaryFolder()
    let editor = try WorkbookEditor(bytes: bytes)
    try edit(editor)
    try editor.save(to: folder.path("edited.xlsx"))
    self.bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("edited.xlsx"))))
    var archive = try ZipArchive(bytes: self.bytes)
    var stored: [String: [UInt8]] = [:]
    for entry in archive.entries { stored[entry.name] = try archive.read(entry) }
    self.stored = stored
    parts = stored.mapValues { String(decoding: $0, as: UTF8.self) }
    names = archive.entries.map(\.name)
  }

  /// The text of the first sheet's part.
  var sheet: String { parts["xl/worksheets/sheet1.xml"] ?? "" }

  /// What the first sheet's part has between the tags of `<sheetData>`.
  var rows: String {
    guard let start = sheet.firstRange(of: "<sheetData>"),
      let end = sheet.firstRange(of: "</sheetData>")
    else { return sheet }
    return String(sheet[start.upperBound..<end.lowerBound])
  }
}

/// The reference that `text` says, in A1 style.
func at(_ text: String) -> CellReference { CellReference(text)! }
