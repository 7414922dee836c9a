#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import ReportModel
import Spreadsheets

/// A submission that is not a workbook as a workbook: its tables as they were read, its paragraphs on a
/// sheet.
struct GridWorkbook {
  private let document: GridDocument
  private let names: [String]
  private let proseName: String

  /// Makes the names of the sheets.
  init(_ document: GridDocument) {
    self.document = document
    var naming = SheetNaming()
    names = document.grids.map { naming.name($0.name.isEmpty ? "报送内容" : $0.name) }
    proseName = naming.name("正文")
  }

  /// Writes the workbook to a new file at `path`.
  func write(to path: String) throws {
    let writer = try WorkbookWriter(
      into: path,
      options: WorkbookWriterOptions(
        standardFont: .body, properties: WorkbookProperties(application: "xlsxreport")))
    let style = try writer.style(
      CellStyle(
        border: .box(.thin), alignment: CellAlignment(vertical: .center, wrapsText: true)))
    if !paragraphs.isEmpty || document.grids.isEmpty {
      let sheet = try writer.addSheet(
        proseName, SheetLayout(columns: [ColumnLayout(1, width: 90)]))
      let text = try writer.style(
        CellStyle(alignment: CellAlignment(vertical: .top, wrapsText: true)))
      for paragraph in paragraphs {
        for chunk in ProseRows.chunks(of: paragraph) {
          try sheet.append(row: [.text(chunk)], style: text)
        }
      }
    }
    for (grid, name) in zip(document.grids, names) {
      try write(grid, to: writer.addSheet(name, SheetLayout(standardColumnWidth: 13)), style)
    }
    try writer.finish()
  }

  private var paragraphs: [String] {
    document.blocks.compactMap { block in
      guard case .paragraph(let text) = block else { return nil }
      return text
    }
  }

  private func write(_ grid: Grid, to sheet: SheetWriter, _ style: StyleIndex) throws {
    var row = 0
    for cell in grid.cells where cell.reference.row >= 1 && cell.reference.column >= 1 {
      guard cell.reference.row <= CellReference.maximumRow,
        cell.reference.column <= CellReference.maximumColumn
      else { continue }
      if cell.reference.row > row {
        row = cell.reference.row
        try sheet.beginRow(row)
      }
      try sheet.move(toColumn: cell.reference.column)
      try sheet.append(CellContent(cell.value), style)
    }
    var kept: [GridRange] = []
    for merge in grid.merges where !merge.isSingle && !kept.contains(where: merge.overlaps) {
      kept.append(merge)
      try sheet.merge(CellRange(merge))
    }
  }

  /// The finding with the cells of the workbook.
  func translated(_ finding: Finding) -> Finding {
    var finding = finding
    for index in finding.cells.indices {
      // The one grid of delimited text has no name, and its cells no sheet.
      let sheet = finding.cells[index].sheet ?? ""
      guard finding.cells[index].file == nil, finding.cells[index].reference != nil,
        let place = document.grids.firstIndex(where: { $0.name == sheet })
      else { continue }
      finding.cells[index].sheet = names[place]
      finding.cells[index].reference = finding.cells[index].reference.map(Self.a1)
    }
    return finding
  }

  /// `row:column` in A1 style; a reference in A1 style is returned unchanged.
  private static func a1(_ reference: String) -> String {
    let parts = reference.split(separator: ":")
    guard parts.count == 2, let row = Int(parts[0]), let column = Int(parts[1]), row >= 1,
      column >= 1
    else { return reference }
    return GridReference(row: row, column: column).a1
  }
}

extension CellContent {
  /// The value of a grid's cell, as it was read.
  fileprivate init(_ value: GridValue) {
    switch value {
    case .number(let number) where number.isFinite: self = .number(number)
    case .number(let number): self = .text("\(number)")
    case .text(let text), .date(let text, _), .error(let text):
      self = .text(ProseRows.chunks(of: text).first ?? "")
    case .boolean(let truth): self = .boolean(truth)
    case .notEvaluated: self = .blank
    }
  }
}
