/// The defined names of the generated sheets of a workbook.
///
/// The sheets contain no data of the agency: the guide and the checks of a template, the list of findings of
/// an annotated copy. A reader skips them.
package enum OwnSheetName {
  /// The name of a template's guide.
  package static let guide = "xlsxreport.guide"
  /// The name of a template's checks.
  package static let checks = "xlsxreport.checks"

  private static let findings = "xlsxreport.findings."

  /// The name of the `number`th list of findings in the file.
  package static func findings(_ number: Int) -> String { findings + String(number) }

  /// Whether `name` is that of a list of findings.
  package static func isFindings(_ name: String) -> Bool { name.hasPrefix(findings) }

  /// Whether `name` is that of a generated sheet.
  package static func isOne(_ name: String) -> Bool {
    // Most names are those of fields
    name.utf8.first == UInt8(ascii: "x") && (name == guide || name == checks || isFindings(name))
  }
}

extension GridDocument {
  /// The indices of the generated sheets.
  package var ownSheets: Set<Int> {
    Set(names.lazy.filter { OwnSheetName.isOne($0.key) }.map(\.value.grid))
  }

  /// The document with its generated sheets empty: their words must not be treated as labels.
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
