import Documents
import Foundation
import ReportModel

@testable import FormWriting

extension LaidOutWorkbook {
  /// The workbook as a reader of files gives it, with its defined names or without them.
  func document(withNames: Bool = true) -> GridDocument {
    var document = GridDocument(kind: "xlsx")
    document.grids = sheets.map { sheet in
      Grid(
        name: sheet.name,
        cells: sheet.cells.compactMap { cell in
          cell.content.value.map { GridCell(cell.reference, $0) }
        }, merges: sheet.merges)
    }
    guard withNames else { return document }
    for name in names {
      guard let grid = sheets.firstIndex(where: { $0.name == name.sheet }) else { continue }
      document.names[name.name] = .init(grid: grid, reference: name.reference)
    }
    document.properties = ["xlsxreport.form": form]
    return document
  }
}

extension LaidOutCell.Content {
  /// What a file holds for it; nil for nothing.
  fileprivate var value: GridValue? {
    switch self {
    case .blank: nil
    case .number(let number), .sum(_, let number):
      .number(NSDecimalNumber(decimal: number).doubleValue)
    case .text(let text), .message(_, let text): .text(text)
    }
  }
}
