import XMLStreams

/// The styles part, for writing.
///
/// Source: ECMA-376-1:2016, 18.8.39 `styleSheet`.
struct StylesPart {
  let styles: StyleTable

  func bytes() throws -> [UInt8] {
    var xml = XMLWriter()
    xml.declaration()
    xml.start("styleSheet")
    xml.attribute("xmlns", OfficeNamespace.spreadsheet)
    writeNumberFormats(to: &xml)
    xml.start("fonts")
    xml.attribute("count", styles.fonts.values.count)
    for font in styles.fonts.values { Self.write(font, to: &xml) }
    xml.end()
    xml.start("fills")
    xml.attribute("count", styles.fills.values.count)
    for fill in styles.fills.values { Self.write(fill, to: &xml) }
    xml.end()
    xml.start("borders")
    xml.attribute("count", styles.borders.values.count)
    for border in styles.borders.values { Self.write(border, to: &xml) }
    xml.end()
    writeFormats(to: &xml)
    writeDifferentialStyles(to: &xml)
    xml.end()
    return try xml.finish()
  }

  private func writeNumberFormats(to xml: inout XMLWriter) {
    let codes = styles.numberFormats.values
    guard !codes.isEmpty else { return }
    xml.start("numFmts")
    xml.attribute("count", codes.count)
    for (place, code) in codes.enumerated() {
      xml.start("numFmt")
      xml.attribute("numFmtId", StyleTable.firstCustomFormat + place)
      xml.attribute("formatCode", CellText.encoded(code))
      xml.end()
    }
    xml.end()
  }

  private func writeFormats(to xml: inout XMLWriter) {
    xml.start("cellStyleXfs")
    xml.attribute("count", 1)
    xml.start("xf")
    for name: StaticString in ["numFmtId", "fontId", "fillId", "borderId"] {
      xml.attribute(name, 0)
    }
    xml.end()
    xml.end()
    xml.start("cellXfs")
    xml.attribute("count", styles.formats.values.count)
    for format in styles.formats.values { Self.write(format, to: &xml) }
    xml.end()
    xml.start("cellStyles")
    xml.attribute("count", 1)
    xml.start("cellStyle")
    xml.attribute("name", "Normal")
    xml.attribute("xfId", 0)
    xml.attribute("builtinId", 0)
    xml.end()
    xml.end()
  }

  /// Writes the only format of named styles: that of `Normal`.
  static func writeStyleFormat(to xml: inout XMLWriter) {
    xml.start("xf")
    for name: StaticString in ["numFmtId", "fontId", "fillId", "borderId"] {
      xml.attribute(name, 0)
    }
    xml.end()
  }

  private func writeDifferentialStyles(to xml: inout XMLWriter) {
    let all = styles.differentialStyles.values
    xml.start("dxfs")
    xml.attribute("count", all.count)
    for style in all { Self.write(style, to: &xml) }
    xml.end()
  }

  /// Source: ECMA-376-1:2016, 18.8.14 `dxf`.
  static func write(_ style: DifferentialStyle, to xml: inout XMLWriter) {
    xml.start("dxf")
    writeFont(of: style, to: &xml)
    if let fill = style.fill {
      // In a differential format the color of a solid fill is the background color.
      xml.start("fill")
      xml.start("patternFill")
      xml.attribute("patternType", "solid")
      write(fill, "bgColor", to: &xml)
      xml.end()
      xml.end()
    }
    if let border = style.border { write(border, to: &xml) }
    xml.end()
  }

  private static func writeFont(of style: DifferentialStyle, to xml: inout XMLWriter) {
    let switches: [(StaticString, Bool?)] = [
      ("b", style.isBold), ("i", style.isItalic), ("strike", style.isStruck),
    ]
    guard style.fontColor != nil || switches.contains(where: { $0.1 != nil }) else { return }
    xml.start("font")
    for case (let name, let isOn?) in switches {
      xml.start(name)
      if !isOn { xml.attribute("val", false) }
      xml.end()
    }
    if let color = style.fontColor { write(color, "color", to: &xml) }
    xml.end()
  }
}
