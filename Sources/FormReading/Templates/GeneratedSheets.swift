import Documents

/// The sheets that we add to a workbook, recognised by their content.
///
/// Their defined names identify them too, but other programs do not keep these, and some rename sheets.
enum GeneratedSheets {
  /// The heading and column labels of a list of findings, in their order.
  private static let findings = [
    ["校验结果", "序号", "程度", "规则", "说明", "位置"],
    ["Findings", "No.", "Severity", "Rule", "Message", "Cell"],
  ]

  /// The most cells that are searched for the texts of a sheet.
  private static let fewCells = 24

  /// Whether `grid` is a guide, a sheet of checks, or a list of findings.
  static func contain(_ grid: Grid) -> Bool {
    let texts = grid.cells.prefix(fewCells).compactMap { cell -> String? in
      if case .text(let text) = cell.value, !text.isEmpty { text.trimmed } else { nil }
    }
    guard let first = texts.first else { return false }
    if first.hasSuffix(TemplateConvention.guideTitle) {
      return texts.contains(TemplateConvention.usageHeading)
    }
    if first == TemplateConvention.checksTitle {
      return isSubsequence(TemplateConvention.checkHeadings, of: texts)
    }
    return findings.contains { $0[0] == first && isSubsequence($0, of: texts) }
  }

  private static func isSubsequence(_ wanted: [String], of texts: [String]) -> Bool {
    var rest = texts[...]
    for text in wanted {
      guard let place = rest.firstIndex(of: text) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }
}

extension GridDocument {
  /// The document with its generated sheets empty, recognised by defined names or content, and without the
  /// headings that a program puts above each sheet when it writes a workbook as a page.
  var withoutGeneratedSheets: GridDocument {
    var document = withoutOwnSheets
    for (index, grid) in document.grids.enumerated() where GeneratedSheets.contain(grid) {
      document.grids[index] = Grid(name: grid.name, origin: grid.origin, isHidden: grid.isHidden)
    }
    if let blocks = document.blocksWithoutSheetHeadings { document.blocks = blocks }
    return document
  }

  /// The blocks without `Sheet 3: 名称` before each table; nil unless every table has it.
  private var blocksWithoutSheetHeadings: [Block]? {
    guard grids.count > 1, !blocks.isEmpty else { return nil }
    var kept: [Block] = []
    var count = 0
    for block in blocks {
      if case .table(let index) = block {
        guard case .paragraph(let text)? = kept.popLast(),
          Self.isSheetHeading(text, number: index + 1)
        else { return nil }
        count += 1
      }
      kept.append(block)
    }
    return count == grids.count ? kept : nil
  }

  /// Whether `text` is a word, `number`, a colon and a name.
  private static func isSheetHeading(_ text: String, number: Int) -> Bool {
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    let front = String(text[..<colon]).trimmed
    return front.hasSuffix("\(number)") && front.first?.isNumber == false && front.count <= 12
  }
}
