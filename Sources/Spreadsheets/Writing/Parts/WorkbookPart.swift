import XMLStreams

/// The workbook part, for writing.
///
/// Source: ECMA-376-1:2016, 18.2.27 `workbook`.
struct WorkbookPart {
  let sheets: [WorkbookState.Sheet]
  let names: [DefinedNameEntry.Placed]
  let recalculates: Bool

  func bytes() throws -> [UInt8] {
    var xml = XMLWriter()
    xml.declaration()
    xml.start("workbook")
    xml.attribute("xmlns", OfficeNamespace.spreadsheet)
    xml.attribute("xmlns:r", OfficeNamespace.relationships)
    xml.empty("workbookPr")
    xml.start("bookViews")
    xml.start("workbookView")
    if firstVisible > 0 { xml.attribute("firstSheet", firstVisible) }
    if activeSheet > 0 { xml.attribute("activeTab", activeSheet) }
    xml.end()
    xml.end()
    writeSheets(to: &xml)
    writeNames(to: &xml)
    xml.start("calcPr")
    xml.attribute("calcId", 191029)
    if recalculates { xml.attribute("fullCalcOnLoad", true) }
    xml.end()
    xml.end()
    return try xml.finish()
  }

  private var firstVisible: Int {
    sheets.firstIndex { $0.layout.visibility == .visible } ?? 0
  }

  private var activeSheet: Int {
    sheets.lastIndex { $0.layout.isActive && $0.layout.visibility == .visible } ?? firstVisible
  }

  private func writeSheets(to xml: inout XMLWriter) {
    xml.start("sheets")
    for (place, sheet) in sheets.enumerated() {
      xml.start("sheet")
      xml.attribute("name", CellText.encoded(sheet.name))
      xml.attribute("sheetId", place + 1)
      if sheet.layout.visibility != .visible {
        xml.attribute("state", sheet.layout.visibility.rawValue)
      }
      xml.attribute("r:id", "rId\(place + 1)")
      xml.end()
    }
    xml.end()
  }

  private func writeNames(to xml: inout XMLWriter) {
    guard !names.isEmpty else { return }
    xml.start("definedNames")
    for placed in names {
      xml.start("definedName")
      xml.attribute("name", placed.entry.name)
      if let sheet = placed.sheet { xml.attribute("localSheetId", sheet) }
      if placed.entry.isHidden { xml.attribute("hidden", true) }
      xml.text(CellText.encoded(placed.entry.formula))
      xml.end()
    }
    xml.end()
  }
}
