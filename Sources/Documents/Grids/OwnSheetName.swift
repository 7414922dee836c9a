/// The defined names of the sheets that we add to a workbook.
///
/// They hold nothing of the agency's: the guide and the checks of a template, the list of findings of an
/// annotated copy. A reader passes them over.
package enum OwnSheetName {
  /// The name of a template's guide.
  package static let guide = "xlsxreport.guide"
  /// The name of a template's checks.
  package static let checks = "xlsxreport.checks"

  private static let findings = "xlsxreport.findings."

  /// The name of the list of findings that is the file's `number`th.
  package static func findings(_ number: Int) -> String { findings + String(number) }

  /// Whether `name` is that of a list of findings.
  package static func isFindings(_ name: String) -> Bool { name.hasPrefix(findings) }

  /// Whether `name` is that of a sheet to be passed over.
  package static func isOne(_ name: String) -> Bool {
    // Most names are those of fields
    name.utf8.first == UInt8(ascii: "x") && (name == guide || name == checks || isFindings(name))
  }
}

extension GridDocument {
  /// The indices of our own sheets.
  package var ownSheets: Set<Int> {
    Set(names.lazy.filter { OwnSheetName.isOne($0.key) }.map(\.value.grid))
  }

  /// The document with our own sheets empty: words of theirs must not be taken for labels.
  package var withoutOwnSheets: GridDocument {
    let lists = ownSheets
    guard !lists.isEmpty else { return self }
    var document = self
    for index in lists where document.grids.indices.contains(index) {
      let grid = document.grids[index]
      document.grids[index] = Grid(
        name: grid.name, origin: grid.origin, isHidden: grid.isHidden)
    }
    return document
  }
}
