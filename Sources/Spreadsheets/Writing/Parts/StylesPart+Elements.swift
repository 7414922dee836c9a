import XMLStreams

extension StylesPart {
  static func write(_ color: CellColor, _ name: StaticString, to xml: inout XMLWriter) {
    xml.start(name)
    xml.attribute("rgb", color.argbText)
    xml.end()
  }

  /// Source: ECMA-376-1:2016, 18.8.22 `font`; the order is that of `CT_Font` as written by Excel.
  static func write(_ font: CellFont, to xml: inout XMLWriter) {
    xml.start("font")
    if font.isBold { xml.empty("b") }
    if font.isItalic { xml.empty("i") }
    if font.isStruck { xml.empty("strike") }
    if font.isUnderlined { xml.empty("u") }
    xml.start("sz")
    xml.attribute("val", font.size)
    xml.end()
    if let color = font.color { write(color, "color", to: &xml) }
    xml.start("name")
    xml.attribute("val", font.name)
    xml.end()
    xml.end()
  }

  /// Source: ECMA-376-1:2016, 18.8.20 `fill`.
  static func write(_ fill: CellFill, to xml: inout XMLWriter) {
    xml.start("fill")
    xml.start("patternFill")
    switch fill {
    case .none: xml.attribute("patternType", "none")
    case .solid(let color):
      xml.attribute("patternType", "solid")
      write(color, "fgColor", to: &xml)
    case .pattern(.gray125, .black, .white): xml.attribute("patternType", "gray125")
    case .pattern(let pattern, let foreground, let background):
      xml.attribute("patternType", pattern.rawValue)
      write(foreground, "fgColor", to: &xml)
      write(background, "bgColor", to: &xml)
    }
    xml.end()
    xml.end()
  }

  /// Source: ECMA-376-1:2016, 18.8.4 `border`.
  static func write(_ border: CellBorder, to xml: inout XMLWriter) {
    xml.start("border")
    write(border.left, "left", to: &xml)
    write(border.right, "right", to: &xml)
    write(border.top, "top", to: &xml)
    write(border.bottom, "bottom", to: &xml)
    xml.end()
  }

  private static func write(_ line: BorderLine?, _ name: StaticString, to xml: inout XMLWriter) {
    xml.start(name)
    if let line {
      xml.attribute("style", line.style.rawValue)
      if let color = line.color {
        write(color, "color", to: &xml)
      } else {
        xml.start("color")
        xml.attribute("auto", true)
        xml.end()
      }
    }
    xml.end()
  }

  /// Source: ECMA-376-1:2016, 18.8.45 `xf`.
  static func write(_ format: StyleTable.Format, to xml: inout XMLWriter) {
    xml.start("xf")
    xml.attribute("numFmtId", format.numberFormat)
    xml.attribute("fontId", format.font)
    xml.attribute("fillId", format.fill)
    xml.attribute("borderId", format.border)
    xml.attribute("xfId", 0)
    if format.numberFormat > 0 { xml.attribute("applyNumberFormat", true) }
    if format.font > 0 { xml.attribute("applyFont", true) }
    if format.fill > 0 { xml.attribute("applyFill", true) }
    if format.border > 0 { xml.attribute("applyBorder", true) }
    if format.alignment != .standard { xml.attribute("applyAlignment", true) }
    if !format.isLocked || format.hidesFormula { xml.attribute("applyProtection", true) }
    if format.alignment != .standard { write(format.alignment, to: &xml) }
    if !format.isLocked || format.hidesFormula {
      xml.start("protection")
      if !format.isLocked { xml.attribute("locked", false) }
      if format.hidesFormula { xml.attribute("hidden", true) }
      xml.end()
    }
    xml.end()
  }

  /// Source: ECMA-376-1:2016, 18.8.1 `alignment`; rotations from 91 on are clockwise.
  private static func write(_ alignment: CellAlignment, to xml: inout XMLWriter) {
    xml.start("alignment")
    if alignment.horizontal != .general {
      xml.attribute("horizontal", alignment.horizontal.rawValue)
    }
    if alignment.vertical != .bottom { xml.attribute("vertical", alignment.vertical.rawValue) }
    switch alignment.rotation {
    case .degrees(0): break
    case .degrees(let degrees):
      xml.attribute("textRotation", degrees > 0 ? degrees : 90 - degrees)
    case .stacked: xml.attribute("textRotation", 255)
    }
    if alignment.wrapsText { xml.attribute("wrapText", true) }
    if alignment.indent > 0 { xml.attribute("indent", alignment.indent) }
    if alignment.shrinksToFit { xml.attribute("shrinkToFit", true) }
    xml.end()
  }
}
