import Diagnostics
import OpenPackaging
import XMLStreams

/// The contents of the workbook part.
struct WorkbookListing {
  private(set) var sheets: [SheetInfo] = []
  private(set) var dateSystem = DateSystem.from1900
  private(set) var definedNames: [DefinedName] = []

  /// Reads the root element of the workbook part.
  init(
    _ root: XMLElement, of workbook: WorkbookIdentity, links: Relationships, part: String,
    limits: Limits
  ) throws {
    let main = root.name.namespace
    let isMain =
      main == SpreadsheetNamespaces.transitional || main == SpreadsheetNamespaces.strict
    guard isMain, root.name.local == "workbook" else {
      throw WorkbookError(
        .malformedPart, Fault.root(expected: "workbook"), part: part, line: root.line)
    }
    dateSystem = Self.dateSystem(root.first("workbookPr", in: main))
    let elements = root.first("sheets", in: main)?.all("sheet", in: main) ?? []
    try limits.check(.sheets, elements.count)
    sheets = elements.enumerated().map { Self.sheet($1, of: workbook, index: $0, links) }
    guard !sheets.isEmpty else {
      throw WorkbookError(.notAWorkbook, Fault.noSheets, part: part)
    }
    let names = root.first("definedNames", in: main)?.all("definedName", in: main) ?? []
    try limits.check(.definedNames, names.count)
    definedNames = names.map {
      DefinedName(
        name: $0["name"] ?? "", formula: $0.text,
        sheetIndex: $0["localSheetId"].flatMap { Int($0) },
        isHidden: $0["hidden"] == "1" || $0["hidden"] == "true")
    }
  }

  /// Marks the sheets whose part is missing, by their relationship ID, unless all are.
  ///
  /// If no sheet has a part there is nothing to read, and reading a sheet throws an error.
  mutating func markMissing(_ isMissing: (String) -> Bool) {
    let missing = sheets.indices.filter { isMissing(sheets[$0].relationshipID) }
    guard missing.count < sheets.count else { return }
    for index in missing { sheets[index].isMissing = true }
  }

  private static func dateSystem(_ properties: XMLElement?) -> DateSystem {
    let is1904 = properties?["date1904"].map { $0 == "1" || $0 == "true" } ?? false
    if is1904 { return .from1904 }
    let isCompatible = properties?["dateCompatibility"].map { $0 != "0" && $0 != "false" } ?? true
    return isCompatible ? .from1900 : .from1899
  }

  private static func sheet(
    _ element: XMLElement, of workbook: WorkbookIdentity, index: Int, _ links: Relationships
  ) -> SheetInfo {
    let id =
      element["id", in: SpreadsheetNamespaces.transitionalRelationships]
      ?? element["id", in: SpreadsheetNamespaces.strictRelationships] ?? ""
    return SheetInfo(
      index: index, name: element["name"] ?? "",
      visibility: element["state"].flatMap { SheetInfo.Visibility(rawValue: $0) } ?? .visible,
      kind: kind(links[id]), relationshipID: id, workbook: workbook)
  }

  private static func kind(_ link: Relationship?) -> SheetInfo.Kind {
    switch link?.kind {
    case "chartsheet": .chartsheet
    case "dialogsheet": .dialogsheet
    case "xlMacrosheet", "xlIntlMacrosheet": .macrosheet
    default: .worksheet
    }
  }
}
