extension SheetEdit {
  /// The children of a worksheet in the schema's order.
  ///
  /// Source: ECMA-376-1:2016, 18.3.1.99 `worksheet`.
  private static let schemaOrder = [
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "webPublishItems", "tableParts", "extLst",
  ]

  /// Adds the drawing with the relationship `link` to the sheet.
  mutating func addDrawing(_ link: String) {
    let namespace =
      part.namespace == SpreadsheetNamespaces.strict
      ? SpreadsheetNamespaces.strictRelationships
      : SpreadsheetNamespaces.transitionalRelationships
    let declared = part.declaredPrefix(of: namespace)
    let declaration = declared == nil ? " xmlns:r=\"\(namespace)\"" : ""
    if let old = index.child("legacyDrawing") {
      // Its relationship is dangling, or its drawing would have been used.
      part.splices.replace(old.range, with: [])
    }
    let element = part.open("legacyDrawing") + declaration + " \(declared ?? "r:")id=\"\(link)\"/>"
    part.splices.insert(
      part.namespace == SpreadsheetNamespaces.strict ? Self.alternative(element) : element,
      at: part.place(of: "legacyDrawing", order: Self.schemaOrder))
  }

  /// `element` for programs that support VML, which is not in the strict standard; as Excel writes it.
  private static func alternative(_ element: String) -> String {
    """
    <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
    <mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">\(element)</mc:Choice>\
    </mc:AlternateContent>
    """
  }

  /// Deselects the sheet, so that it is not selected when the workbook opens.
  mutating func unselect() {
    guard let views = index.child("sheetViews") else { return }
    var scanner = MarkupScanner(part.bytes, in: views.range)
    while let tag = scanner.next() {
      guard scanner.isNamed(tag, "sheetView", prefix: part.prefix),
        let selected = scanner.attribute("tabSelected", of: tag)
      else { continue }
      part.splices.replace(selected.value, with: "0")
    }
  }
}
