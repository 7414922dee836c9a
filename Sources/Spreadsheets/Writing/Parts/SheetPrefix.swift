import XMLStreams

/// What precedes `sheetData` in a worksheet part.
///
/// Source: ECMA-376-1:2016, 18.3.1.99 `worksheet`.
struct SheetPrefix {
  let layout: SheetLayout
  /// Whether the sheet is part of a strict workbook.
  var isStrict = false

  func write(to xml: inout XMLWriter) {
    xml.declaration()
    xml.start("worksheet")
    xml.attribute(
      "xmlns", isStrict ? SpreadsheetNamespaces.strict : OfficeNamespace.spreadsheet)
    xml.attribute(
      "xmlns:r",
      isStrict ? SpreadsheetNamespaces.strictRelationships : OfficeNamespace.relationships)
    writeProperties(to: &xml)
    if let dimension = layout.dimension {
      xml.start("dimension")
      xml.attribute("ref", dimension.description)
      xml.end()
    }
    writeView(to: &xml)
    writeFormat(to: &xml)
    writeColumns(to: &xml)
    xml.start("sheetData")
    xml.closeTag()
  }

  private func writeProperties(to xml: inout XMLWriter) {
    var fitsPage = false
    if case .fit = layout.print?.scaling { fitsPage = true }
    guard layout.tabColor != nil || fitsPage else { return }
    xml.start("sheetPr")
    if let color = layout.tabColor {
      xml.start("tabColor")
      xml.attribute("rgb", color.argbText)
      xml.end()
    }
    if fitsPage {
      xml.start("pageSetUpPr")
      xml.attribute("fitToPage", true)
      xml.end()
    }
    xml.end()
  }

  private func writeView(to xml: inout XMLWriter) {
    xml.start("sheetViews")
    xml.start("sheetView")
    if !layout.showsGridLines { xml.attribute("showGridLines", false) }
    if layout.isActive { xml.attribute("tabSelected", true) }
    if layout.zoom != 100 {
      xml.attribute("zoomScale", layout.zoom)
      xml.attribute("zoomScaleNormal", layout.zoom)
    }
    xml.attribute("workbookViewId", 0)
    let pane = writePane(to: &xml)
    if pane != nil || layout.activeCell != .first {
      xml.start("selection")
      if let pane { xml.attribute("pane", pane) }
      xml.attribute("activeCell", layout.activeCell.description)
      xml.attribute("sqref", layout.activeCell.description)
      xml.end()
    }
    xml.end()
    xml.end()
  }

  /// Writes the frozen panes; returns the name of the active pane.
  private func writePane(to xml: inout XMLWriter) -> String? {
    guard let frozen = layout.frozen, frozen.rows > 0 || frozen.columns > 0 else { return nil }
    let name =
      frozen.rows == 0 ? "topRight" : frozen.columns == 0 ? "bottomLeft" : "bottomRight"
    xml.start("pane")
    if frozen.columns > 0 { xml.attribute("xSplit", frozen.columns) }
    if frozen.rows > 0 { xml.attribute("ySplit", frozen.rows) }
    let corner = CellReference(row: frozen.rows + 1, column: frozen.columns + 1)
    xml.attribute("topLeftCell", corner.description)
    xml.attribute("activePane", name)
    xml.attribute("state", "frozen")
    xml.end()
    return name
  }

  private func writeFormat(to xml: inout XMLWriter) {
    xml.start("sheetFormatPr")
    if let width = layout.standardColumnWidth { xml.attribute("defaultColWidth", width) }
    xml.attribute("defaultRowHeight", layout.standardRowHeight ?? 15)
    if layout.standardRowHeight != nil { xml.attribute("customHeight", true) }
    xml.end()
  }

  private func writeColumns(to xml: inout XMLWriter) {
    guard !layout.columns.isEmpty else { return }
    xml.start("cols")
    for column in layout.columns {
      xml.start("col")
      xml.attribute("min", column.columns.lowerBound)
      xml.attribute("max", column.columns.upperBound)
      if let width = column.width { xml.attribute("width", width) }
      if column.style != .standard { xml.attribute("style", column.style.offset) }
      if column.isHidden { xml.attribute("hidden", true) }
      if column.width != nil { xml.attribute("customWidth", true) }
      if column.outlineLevel > 0 { xml.attribute("outlineLevel", column.outlineLevel) }
      xml.end()
    }
    xml.end()
  }
}
