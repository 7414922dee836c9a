import XMLStreams

extension SheetSuffix {
  /// Writes the page setup of the sheet: options, margins, page, header and footer.
  func write(_ print: PrintSetup, to xml: inout XMLWriter) {
    writeOptions(print, to: &xml)
    xml.start("pageMargins")
    xml.attribute("left", print.margins.left)
    xml.attribute("right", print.margins.right)
    xml.attribute("top", print.margins.top)
    xml.attribute("bottom", print.margins.bottom)
    xml.attribute("header", print.margins.header)
    xml.attribute("footer", print.margins.footer)
    xml.end()
    xml.start("pageSetup")
    xml.attribute("paperSize", print.paper.rawValue)
    switch print.scaling {
    case .percent(let percent):
      if percent != 100 { xml.attribute("scale", percent) }
    case .fit(let wide, let high):
      // 0 means any number of pages; 1 is the default.
      if wide != 1 { xml.attribute("fitToWidth", wide ?? 0) }
      if high != 1 { xml.attribute("fitToHeight", high ?? 0) }
    }
    xml.attribute("orientation", print.orientation.rawValue)
    xml.end()
    writeHeader(print, to: &xml)
  }

  private func writeOptions(_ print: PrintSetup, to xml: inout XMLWriter) {
    guard print.isCenteredHorizontally || print.isCenteredVertically || print.printsGridLines
    else { return }
    xml.start("printOptions")
    if print.isCenteredHorizontally { xml.attribute("horizontalCentered", true) }
    if print.isCenteredVertically { xml.attribute("verticalCentered", true) }
    if print.printsGridLines { xml.attribute("gridLines", true) }
    xml.end()
  }

  private func writeHeader(_ print: PrintSetup, to xml: inout XMLWriter) {
    guard print.header != nil || print.footer != nil else { return }
    xml.start("headerFooter")
    if let header = print.header { xml.element("oddHeader", CellText.encoded(header)) }
    if let footer = print.footer { xml.element("oddFooter", CellText.encoded(footer)) }
    xml.end()
  }
}
