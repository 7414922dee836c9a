import Documents
import FormReading
import ReportModel

extension FormLayout {
  /// The rows of the sheet 基本信息 that hold the agency, the year, the title and then the contact.
  static let firstCoverRow = 4

  /// The first row of prose on its sheet.
  static let firstProseRow = 3

  /// The names by which a reader identifies every cell, wherever it is moved.
  var names: [LaidOutWorkbook.Name] {
    var names: [LaidOutWorkbook.Name] = []
    var taken: Set<String> = []
    func add(_ name: String, _ sheet: String, _ reference: GridReference) {
      guard Self.isDefinable(name), taken.insert(name.lowercased()).inserted else { return }
      names.append(.init(name: name, sheet: sheet, reference: reference))
    }
    add(OwnSheetName.guide, guideSheet, GridReference(row: 1, column: 1))
    add(OwnSheetName.checks, checkSheet, GridReference(row: 1, column: 1))
    for (place, entry) in coverEntries.enumerated() {
      add(
        entry.name, coverSheet, GridReference(row: Self.firstCoverRow + place, column: 2))
    }
    for (section, sheet) in sections {
      add("section.\(section.id)", sheet, GridReference(row: Self.firstProseRow, column: 2))
    }
    for table in tables {
      for field in table.plan.fields {
        guard let range = table.range(of: field.name) else { continue }
        add(field.definedName, table.sheet, range.topLeft)
      }
    }
    return names
  }

  /// Whether spreadsheet programs accept `name`; ids of a user's own form may have other characters.
  ///
  /// Source: ECMA-376-1:2016, 18.2.5 `definedName`.
  private static func isDefinable(_ name: String) -> Bool {
    name.utf16.count <= 255
      && name.unicodeScalars.allSatisfy { scalar in
        scalar == "." || scalar == "_" || scalar.properties.isAlphabetic
          || scalar.properties.numericType == .decimal
      }
  }
}
