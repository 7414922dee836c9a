extension SheetLayout {
  /// Throws for a layout that is invalid in a sheet of `workbook`.
  func check(sheet: String, in workbook: WorkbookIdentity) throws {
    func fault(_ reason: WorkbookWriterError.Reason) -> WorkbookWriterError {
      WorkbookWriterError(reason, sheet: sheet)
    }
    guard (10...400).contains(zoom) else { throw fault(.zoom(zoom)) }
    if let width = standardColumnWidth {
      guard (0...255).contains(width) else { throw fault(.columnWidth(width)) }
    }
    if let height = standardRowHeight {
      guard (0...409.5).contains(height) else { throw fault(.rowHeight(height)) }
    }
    if let frozen {
      guard (0..<SheetBody.lastRow).contains(frozen.rows) else { throw fault(.row(frozen.rows)) }
      guard (0..<SheetBody.lastColumn).contains(frozen.columns) else {
        throw fault(.column(frozen.columns))
      }
    }
    guard activeCell.isInSheet else { throw fault(.reference(activeCell.description)) }
    if let dimension {
      guard dimension.isInSheet else { throw fault(.reference(dimension.description)) }
    }
    var last = 0
    for column in columns {
      guard column.columns.lowerBound > last else {
        throw fault(.columnTwice(column.columns.lowerBound))
      }
      last = column.columns.upperBound
      guard last <= SheetBody.lastColumn else { throw fault(.column(last)) }
      if let width = column.width {
        guard (0...255).contains(width) else { throw fault(.columnWidth(width)) }
      }
      guard column.style.belongs(to: workbook) else { throw fault(.foreignStyle) }
      guard (0...7).contains(column.outlineLevel) else {
        throw fault(.outlineLevel(column.outlineLevel))
      }
    }
    if let reason = print?.fault { throw fault(reason) }
  }
}

extension PrintSetup {
  /// Why the page setup is invalid; `nil` if it is valid.
  fileprivate var fault: WorkbookWriterError.Reason? {
    switch scaling {
    case .percent(let percent):
      guard (10...400).contains(percent) else { return .printSetup("scale", "\(percent)") }
    case .fit(let wide, let high):
      for pages in [wide, high].compactMap({ $0 }) {
        guard (1...32_767).contains(pages) else { return .printSetup("fit", "\(pages)") }
      }
    }
    let sides = [
      margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer,
    ]
    for side in sides {
      guard (0..<49).contains(side) else { return .printSetup("margins", "\(side)") }
    }
    for text in [header, footer].compactMap({ $0 }) {
      guard text.utf16.count <= 255 else { return .headerLength(text.utf16.count) }
    }
    if let rows = repeatedRows {
      guard rows.lowerBound >= 1 else { return .row(rows.lowerBound) }
      guard rows.upperBound <= SheetBody.lastRow else { return .row(rows.upperBound) }
    }
    if let columns = repeatedColumns {
      guard columns.lowerBound >= 1 else { return .column(columns.lowerBound) }
      guard columns.upperBound <= SheetBody.lastColumn else { return .column(columns.upperBound) }
    }
    if let area, !area.isInSheet { return .reference(area.description) }
    return nil
  }
}
