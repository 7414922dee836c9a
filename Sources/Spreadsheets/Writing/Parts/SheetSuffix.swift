import XMLStreams

/// What follows `sheetData` in a worksheet part.
///
/// Source: ECMA-376-1:2016, 18.3.1.99 `worksheet`.
struct SheetSuffix {
  let features: SheetFeatures
  let print: PrintSetup?

  /// Writes the elements in the schema's order and ends the part.
  func write(to xml: inout XMLWriter) {
    xml.closeTag()
    xml.end()  // sheetData
    writeProtection(to: &xml)
    if let filter = features.filter {
      xml.start("autoFilter")
      xml.attribute("ref", filter.description)
      xml.end()
    }
    writeMerges(to: &xml)
    writeFormats(to: &xml)
    writeValidations(to: &xml)
    writeLinks(to: &xml)
    if let print { write(print, to: &xml) }
    xml.end()  // worksheet
  }

  private func writeProtection(to xml: inout XMLWriter) {
    guard let allowed = features.protection else { return }
    xml.start("sheetProtection")
    xml.attribute("sheet", true)
    if !allowed.contains(.editObjects) { xml.attribute("objects", true) }
    if !allowed.contains(.editScenarios) { xml.attribute("scenarios", true) }
    for (option, name) in Self.deniedByDefault where allowed.contains(option) {
      xml.attribute(name, false)
    }
    if !allowed.contains(.selectLockedCells) { xml.attribute("selectLockedCells", true) }
    if !allowed.contains(.selectUnlockedCells) { xml.attribute("selectUnlockedCells", true) }
    xml.end()
  }

  /// Actions that a protected sheet denies unless an attribute is `0`.
  private static let deniedByDefault: [(ProtectionOptions, StaticString)] = [
    (.formatCells, "formatCells"), (.formatColumns, "formatColumns"), (.formatRows, "formatRows"),
    (.insertColumns, "insertColumns"), (.insertRows, "insertRows"),
    (.insertHyperlinks, "insertHyperlinks"), (.deleteColumns, "deleteColumns"),
    (.deleteRows, "deleteRows"), (.sort, "sort"), (.autoFilter, "autoFilter"),
    (.pivotTables, "pivotTables"),
  ]

  private func writeMerges(to xml: inout XMLWriter) {
    guard !features.merged.isEmpty else { return }
    xml.start("mergeCells")
    xml.attribute("count", features.merged.count)
    for range in features.merged {
      xml.start("mergeCell")
      xml.attribute("ref", range.description)
      xml.end()
    }
    xml.end()
  }

  private func writeFormats(to xml: inout XMLWriter) {
    for (place, (ranges, format, style)) in features.formats.enumerated() {
      xml.start("conditionalFormatting")
      xml.attribute("sqref", Self.text(of: ranges))
      xml.start("cfRule")
      let formulas: [String]
      switch format.condition {
      case .expression(let formula):
        xml.attribute("type", "expression")
        formulas = [formula]
      case .value(let comparison):
        xml.attribute("type", "cellIs")
        formulas = comparison.formulas
      }
      xml.attribute("dxfId", style)
      xml.attribute("priority", place + 1)
      if format.stopsIfTrue { xml.attribute("stopIfTrue", true) }
      if case .value(let comparison) = format.condition {
        xml.attribute("operator", comparison.operatorName)
      }
      for formula in formulas { xml.element("formula", CellText.encoded(formula)) }
      xml.end()
      xml.end()
    }
  }

  private func writeValidations(to xml: inout XMLWriter) {
    guard !features.validations.isEmpty else { return }
    xml.start("dataValidations")
    xml.attribute("count", features.validations.count)
    for (ranges, rule) in features.validations { write(rule, Self.text(of: ranges), to: &xml) }
    xml.end()
  }

  private func write(_ rule: ValidationRule, _ ranges: String, to xml: inout XMLWriter) {
    xml.start("dataValidation")
    if rule.typeName != "none" { xml.attribute("type", rule.typeName) }
    if rule.severity != .stop { xml.attribute("errorStyle", rule.severity.rawValue) }
    if let comparison = rule.comparison, comparison.operatorName != "between" {
      xml.attribute("operator", comparison.operatorName)
    }
    if rule.allowsBlank { xml.attribute("allowBlank", true) }
    if rule.prompt != nil { xml.attribute("showInputMessage", true) }
    xml.attribute("showErrorMessage", true)
    if let error = rule.error {
      if !error.title.isEmpty { xml.attribute("errorTitle", CellText.encoded(error.title)) }
      xml.attribute("error", CellText.encoded(error.text))
    }
    if let prompt = rule.prompt {
      if !prompt.title.isEmpty { xml.attribute("promptTitle", CellText.encoded(prompt.title)) }
      xml.attribute("prompt", CellText.encoded(prompt.text))
    }
    xml.attribute("sqref", ranges)
    let formulas = rule.formulas
    if let first = formulas.first { xml.element("formula1", CellText.encoded(first)) }
    if formulas.count > 1 { xml.element("formula2", CellText.encoded(formulas[1])) }
    xml.end()
  }

  private func writeLinks(to xml: inout XMLWriter) {
    guard !features.links.isEmpty else { return }
    var relationship = 0
    xml.start("hyperlinks")
    for link in features.links {
      xml.start("hyperlink")
      xml.attribute("ref", link.range.description)
      switch link.target {
      case .location(let location): xml.attribute("location", CellText.encoded(location))
      case .address:
        relationship += 1
        xml.attribute("r:id", "rId\(relationship)")
      }
      if let tip = link.tip { xml.attribute("tooltip", CellText.encoded(tip)) }
      xml.end()
    }
    xml.end()
  }

  private static func text(of ranges: [CellRange]) -> String {
    ranges.map(\.description).joined(separator: " ")
  }
}
