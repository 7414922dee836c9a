import OpenPackaging

/// The contents of a worksheet part by their ranges, from one pass over its bytes.
struct SheetIndex {
  /// A child element of the worksheet.
  struct Child {
    var name: String
    var tag: MarkupTag
    /// From the start of the start tag to the end of the end tag.
    var range: Range<Int>
  }

  /// A run of columns with a style.
  struct ColumnStyle {
    var columns: ClosedRange<Int>
    var style: Int
  }

  /// The children of the worksheet in document order.
  private(set) var children: [Child] = []
  /// The rows by number, which is also document order in a sheet that conforms to the standard.
  private(set) var rows: [RowPlace] = []
  /// The numbers of more than one row.
  private(set) var repeatedRows: Set<Int> = []
  private(set) var merged: [CellRange] = []
  private(set) var columnStyles: [ColumnStyle] = []
  private(set) var groups: [Int: SharedFormulaGroup] = [:]
  /// The ranges of array formulas and data tables with several cells, which only change as a whole.
  private(set) var arrays: [CellRange] = []
  /// Whether the sheet has any formula.
  private(set) var hasFormulas = false
  /// The relationship IDs of the sheet's tables.
  private(set) var tableLinks: [String] = []
  /// The relationship ID of the sheet's legacy drawing, which shows its comments.
  private(set) var drawingLink: String?

  init(_ part: EditablePart) throws {
    guard part.isNamed("worksheet") || part.isNamed("macrosheet"), part.root.kind == .start,
      part.namespace == SpreadsheetNamespaces.transitional
        || part.namespace == SpreadsheetNamespaces.strict
    else { throw WorkbookEditorError(.unusualMarkup, part: part.name.path) }
    var scanner = part.content
    while let tag = scanner.next(), tag.kind != .end {
      let end = read(tag, &scanner, part)
      children.append(
        Child(
          name: part.localName(of: tag), tag: tag,
          range: tag.range.lowerBound..<end.range.upperBound))
    }
    orderRows()
  }

  /// Sorts the rows by number and records repeated numbers.
  private mutating func orderRows() {
    guard zip(rows, rows.dropFirst()).contains(where: { $0.number >= $1.number }) else { return }
    rows.sort { ($0.number, $0.range.lowerBound) < ($1.number, $1.range.lowerBound) }
    for (row, next) in zip(rows, rows.dropFirst()) where row.number == next.number {
      repeatedRows.insert(row.number)
    }
  }

  /// The child with that name.
  func child(_ name: String) -> Child? { children.first { $0.name == name } }

  /// Reads a child of the worksheet; returns its end tag.
  private mutating func read(
    _ tag: MarkupTag, _ scanner: inout MarkupScanner, _ part: EditablePart
  ) -> MarkupTag {
    guard tag.kind == .start else {
      if part.localName(of: tag) == "legacyDrawing" {
        drawingLink = part.relationship(of: tag)
      }
      return tag
    }
    switch part.localName(of: tag) {
    case "sheetData": return readRows(&scanner, part)
    case "mergeCells":
      return readChildren("mergeCell", &scanner, part) { index, child in
        let range = MarkupScanner(part.bytes).value("ref", of: child).flatMap { CellRange($0) }
        if let range { index.merged.append(range) }
      }
    case "cols":
      return readChildren("col", &scanner, part) { index, child in
        let attributes = MarkupScanner(part.bytes)
        guard let first = attributes.number("min", of: child),
          let last = attributes.number("max", of: child), first <= last,
          let style = attributes.number("style", of: child)
        else { return }
        index.columnStyles.append(ColumnStyle(columns: first...last, style: style))
      }
    case "tableParts":
      return readChildren("tablePart", &scanner, part) { index, child in
        if let link = part.relationship(of: child) { index.tableLinks.append(link) }
      }
    case "legacyDrawing":
      drawingLink = part.relationship(of: tag)
      return scanner.skip(tag)
    case let name where name.hasSuffix("AlternateContent"):
      let end = scanner.skip(tag)
      readAlternatives(tag.range.upperBound..<end.range.upperBound, part)
      return end
    default: return scanner.skip(tag)
    }
  }

  /// Finds the legacy drawing in alternate content, where strict sheets have it.
  private mutating func readAlternatives(_ range: Range<Int>, _ part: EditablePart) {
    var scanner = MarkupScanner(part.bytes, in: range)
    while let tag = scanner.next() {
      guard tag.kind != .end, scanner.isNamed(tag, "legacyDrawing", prefix: part.prefix) else {
        continue
      }
      drawingLink = drawingLink ?? part.relationship(of: tag)
    }
  }

  private mutating func readChildren(
    _ name: StaticString, _ scanner: inout MarkupScanner, _ part: EditablePart,
    _ body: (inout SheetIndex, MarkupTag) -> Void
  ) -> MarkupTag {
    while let tag = scanner.next() {
      guard tag.kind != .end else { return tag }
      if scanner.isNamed(tag, name, prefix: part.prefix) { body(&self, tag) }
      _ = scanner.skip(tag)
    }
    return part.end
  }

  private mutating func readRows(
    _ scanner: inout MarkupScanner, _ part: EditablePart
  ) -> MarkupTag {
    var number = 0
    while let tag = scanner.next() {
      guard tag.kind != .end else { return tag }
      guard scanner.isNamed(tag, "row", prefix: part.prefix) else {
        _ = scanner.skip(tag)
        continue
      }
      number = scanner.number("r", of: tag) ?? number + 1
      let end =
        tag.kind == .start ? readCells(&scanner, part, row: number, from: tag) : tag
      rows.append(
        RowPlace(
          number: number, tag: tag,
          content: tag.range.upperBound..<max(tag.range.upperBound, end.range.lowerBound),
          range: tag.range.lowerBound..<end.range.upperBound))
    }
    return part.end
  }

  /// Skips the cells of a row, and records shared and array formulas.
  private mutating func readCells(
    _ scanner: inout MarkupScanner, _ part: EditablePart, row: Int, from rowTag: MarkupTag
  ) -> MarkupTag {
    var cell: MarkupTag?
    var depth = 0
    while let tag = scanner.next() {
      switch tag.kind {
      case .end:
        guard depth > 0 else { return tag }
        depth -= 1
        continue
      case .start, .empty:
        if depth == 0 { cell = tag }
      }
      if depth == 1, scanner.isNamed(tag, "f", prefix: part.prefix), let cell {
        hasFormulas = true
        let start = rowTag.range.upperBound
        let place = { part.reference(of: cell, row: row, inRowFrom: start) }
        readFormula(tag, &scanner, part, at: place)
        continue
      }
      if tag.kind == .start { depth += 1 }
    }
    return part.end
  }

  private mutating func readFormula(
    _ tag: MarkupTag, _ scanner: inout MarkupScanner, _ part: EditablePart,
    at place: () -> CellReference?
  ) {
    let kind = scanner.value("t", of: tag)
    let end = scanner.skip(tag)
    switch kind {
    case "array", "dataTable":
      let range = scanner.value("ref", of: tag).flatMap { CellRange($0) }
      if let range, range.topLeft != range.bottomRight { arrays.append(range) }
    case "shared":
      guard let group = scanner.number("si", of: tag), let cell = place() else { return }
      let text = tag.range.upperBound..<max(tag.range.upperBound, end.range.lowerBound)
      let member = SharedFormulaGroup.Member(
        cell: cell, element: tag.range.lowerBound..<end.range.upperBound, tag: tag, text: text)
      // The first cell of a group with a formula text is its master, as in Excel.
      if groups[group]?.master == nil, !text.isEmpty {
        groups[group, default: SharedFormulaGroup()].master = member
      } else {
        groups[group, default: SharedFormulaGroup()].followers.append(member)
      }
    default: break
    }
  }
}
