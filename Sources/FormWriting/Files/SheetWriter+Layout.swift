#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import FormReading
import Spreadsheets

extension SheetWriter {
  /// Writes the content of `sheet`.
  func append(_ sheet: LaidOutSheet, styles: [CellRole: StyleIndex]) throws {
    var row = 0
    for cell in sheet.cells.sorted(by: { $0.reference < $1.reference }) {
      if cell.reference.row > row {
        row = cell.reference.row
        try beginRow(row, RowLayout(height: sheet.rowHeights[row].map { min($0, 400) }))
      }
      try move(toColumn: cell.reference.column)
      try append(CellContent(cell.content), styles[cell.role] ?? .standard)
    }
    for range in sheet.merges { try merge(CellRange(range)) }
    for rule in sheet.entryRules {
      guard let first = rule.ranges.first?.topLeft else { continue }
      try validate(rule.ranges.map(CellRange.init), with: rule.kind.validation(first.a1))
    }
    for highlight in sheet.highlights {
      try format(
        highlight.ranges.map(CellRange.init),
        when: ConditionalFormat(.expression(highlight.formula), style: highlight.meaning.style))
    }
    for entry in sheet.links {
      try link(
        CellRange(GridRange(entry.cell)),
        to: .location("\(SheetName.quoted(entry.sheet))!\(entry.target.a1)"),
        tip: "跳到“\(entry.sheet)”的有关单元格")
    }
    try protect(allowing: [
      .selectLockedCells, .selectUnlockedCells, .formatRows, .formatColumns,
    ])
  }
}

extension CellContent {
  /// The content of a laid-out cell.
  init(_ content: LaidOutCell.Content) {
    switch content {
    case .blank: self = .blank
    case .number(let number): self = .number(number.cellNumber)
    case .text(let text): self = .text(text)
    case .sum(let formula, let value):
      self = .formula(formula, stored: .number(value.cellNumber))
    case .message(let formula, let text): self = .formula(formula, stored: .text(text))
    }
  }
}

extension CellRange {
  init(_ range: GridRange) {
    self.init(
      CellReference(row: range.topLeft.row, column: range.topLeft.column),
      CellReference(row: range.bottomRight.row, column: range.bottomRight.column))
  }
}

extension SheetLayout {
  /// The layout of a laid-out sheet, without gridlines, since forms draw their own.
  init(of sheet: LaidOutSheet, isActive: Bool) {
    self.init(isActive: isActive, showsGridLines: false)
    activeCell = CellReference(row: sheet.firstCell.row, column: sheet.firstCell.column)
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      frozen = FrozenPanes(rows: sheet.frozenRows, columns: sheet.frozenColumns)
    }
    columns = sheet.columnWidths.enumerated().map { ColumnLayout($0 + 1, width: $1) }
    print = PrintSetup(
      paper: .a4, orientation: sheet.isLandscape ? .landscape : .portrait,
      scaling: .fit(pagesWide: 1, pagesHigh: sheet.fitsOnePage ? 1 : nil),
      margins: .init(left: 0.6, right: 0.6, top: 0.75, bottom: 0.75),
      footer: "&C第 &P 页，共 &N 页", isCenteredHorizontally: true,
      repeatedRows: sheet.repeatedRows)
  }
}
