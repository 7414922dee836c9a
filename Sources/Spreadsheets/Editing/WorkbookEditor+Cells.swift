import OpenPackaging

extension WorkbookEditor {
  /// Gives a cell other content; a later change of a cell takes the place of an earlier one.
  ///
  /// The cell keeps its style. A formula gives way to a value; other cells that share it keep theirs. A
  /// text becomes a shared string where the workbook has them.
  ///
  /// - Throws: ``WorkbookEditorError`` where the cell cannot be changed: inside a merged range, part of
  ///   an array formula, a table's header that something refers to; or for what no cell holds.
  public func set(_ content: CellContent, at cell: CellReference, inSheet name: String) throws {
    let place = try place(ofSheet: name)
    try check(cell, in: place, sheet: name)
    if let reason = content.fault {
      throw WorkbookEditorError(.content(reason), sheet: name, cell: cell.description)
    }
    if let range = sheets[place]?.index.merged.first(where: {
      $0.contains(cell) && $0.topLeft != cell
    }) {
      throw WorkbookEditorError(
        .insideMerge(range.description), sheet: name, cell: cell.description)
    }
    try changeHeader(content, at: cell, in: place, sheet: name)
    sheets[place]?.set(.content(content), at: cell)
  }

  /// Keeps a cell's formula and gives it another stored value.
  ///
  /// - Throws: ``WorkbookEditorError`` where the cell has no formula.
  public func setStored(
    _ value: StoredValue?, at cell: CellReference, inSheet name: String
  ) throws {
    let place = try place(ofSheet: name)
    try check(cell, in: place, sheet: name)
    guard sheets[place]?.hasFormula(at: cell) == true else {
      throw WorkbookEditorError(.noFormula, sheet: name, cell: cell.description)
    }
    if let reason = value?.fault {
      throw WorkbookEditorError(.content(reason), sheet: name, cell: cell.description)
    }
    sheets[place]?.set(.stored(value), at: cell)
  }

  /// Whether a cell has a formula before any change.
  public func hasFormula(at cell: CellReference, inSheet name: String) throws -> Bool {
    let place = try place(ofSheet: name)
    return sheets[place]?.hasFormula(at: cell) ?? false
  }

  /// Fills a cell with a colour; its style is copied and nothing else about it changes.
  ///
  /// - Throws: ``WorkbookEditorError`` where the sheet or the styles cannot be changed.
  public func fill(_ color: CellColor, at cell: CellReference, inSheet name: String) throws {
    let place = try place(ofSheet: name)
    guard cell.isInSheet else { throw WorkbookEditorError(.reference, sheet: name) }
    try loadStyles()
    sheets[place]?.fill(color, at: cell)
  }

  /// The number format of a cell before any change.
  ///
  /// - Throws: ``WorkbookEditorError`` where the sheet cannot be changed, ``WorkbookError`` where the
  ///   styles are damaged.
  public func numberFormat(
    at cell: CellReference, inSheet name: String
  ) throws -> NumberFormat {
    let place = try place(ofSheet: name)
    return try workbook.formats()[sheets[place]?.style(at: cell) ?? 0]
  }

  /// Gives a cell another number format; its style is copied and nothing else about it changes.
  ///
  /// - Parameters:
  ///   - code: The format's code, such as `General` and `0.00`, of 255 characters at most.
  ///   - cell: The cell, which need not be there yet.
  ///   - name: The name of its sheet.
  /// - Throws: ``WorkbookEditorError`` where the sheet or the styles cannot be changed, or for a code that no
  ///   workbook can hold.
  public func setNumberFormat(
    _ code: String, at cell: CellReference, inSheet name: String
  ) throws {
    let place = try place(ofSheet: name)
    guard cell.isInSheet else { throw WorkbookEditorError(.reference, sheet: name) }
    guard StyleTable.isNumberFormat(code) else {
      throw WorkbookEditorError(
        .content(.numberFormat(code)), sheet: name, cell: cell.description)
    }
    try loadStyles()
    sheets[place]?.set(numberFormat: code, at: cell)
  }

  /// Adds a comment to a cell; where it has one, the text becomes a further line of it.
  ///
  /// - Throws: ``WorkbookEditorError`` where the sheet cannot be changed.
  public func comment(
    _ text: String, at cell: CellReference, inSheet name: String, author: String = "xlsxreport"
  ) throws {
    let place = try place(ofSheet: name)
    guard cell.isInSheet else { throw WorkbookEditorError(.reference, sheet: name) }
    let units = text.utf16.count
    guard units <= CellText.mostUnits else {
      throw WorkbookEditorError(.content(.textLength(units)), sheet: name, cell: cell.description)
    }
    comments[place, default: []].append(.init(cell: cell, text: text, author: author))
  }

  private func check(_ cell: CellReference, in place: Int, sheet name: String) throws {
    guard cell.isInSheet else { throw WorkbookEditorError(.reference, sheet: name) }
    if let range = sheets[place]?.index.arrays.first(where: { $0.contains(cell) }) {
      throw WorkbookEditorError(
        .arrayFormula(range.description), sheet: name, cell: cell.description)
    }
  }

  /// Lets a table's header follow its header cell.
  private func changeHeader(
    _ content: CellContent, at cell: CellReference, in place: Int, sheet name: String
  ) throws {
    guard let number = tables[place]?.firstIndex(where: { $0.header(at: cell) != nil }),
      var table = tables[place]?[number], let old = table.header(at: cell)
    else { return }
    func error(_ reason: WorkbookEditorError.Reason) -> WorkbookEditorError {
      WorkbookEditorError(reason, sheet: name, cell: cell.description)
    }
    guard case .text(let text) = content, !text.isEmpty else {
      throw error(.tableHeader(table.name))
    }
    guard text != old else { return }
    guard try !isReferred(toColumn: old) else { throw error(.tableHeaderInUse(table.name)) }
    do { try table.rename(cell, to: text) } catch let fault as WorkbookEditorError {
      throw error(fault.reason)
    }
    tables[place]?[number] = table
  }

  /// Whether any part of the workbook has `[header]` in it, as formulas refer to a table's column.
  private func isReferred(toColumn header: String) throws -> Bool {
    let marks = ["[" + header + "]", "[@" + header + "]"].map {
      MarkupText.escaped(CellText.encoded($0))
    }
    for part in workbook.container.parts where part.fileExtension == "xml" {
      let text = try WorkbookEditorError.naming {
        try PackageEdit.text(of: part, in: workbook.container)
      }
      for mark in marks where text.firstRange(of: mark) != nil { return true }
    }
    return false
  }
}

extension CellContent {
  /// Why no cell can hold it; `nil` when one can.
  fileprivate var fault: WorkbookWriterError.Reason? {
    switch self {
    case .number(let value): value.isFinite ? nil : .number(value.description)
    case .text(let text):
      text.utf16.count > CellText.mostUnits ? .textLength(text.utf16.count) : nil
    case .formula(let formula, let stored):
      (1...8192).contains(formula.utf16.count)
        ? stored?.fault : .formulaLength(formula.utf16.count)
    case .blank, .boolean, .error: nil
    }
  }
}

extension StoredValue {
  /// Why no cell can hold it; `nil` when one can.
  fileprivate var fault: WorkbookWriterError.Reason? {
    switch self {
    case .number(let value): value.isFinite ? nil : .number(value.description)
    case .text(let text):
      text.utf16.count > CellText.mostUnits ? .textLength(text.utf16.count) : nil
    case .boolean, .error: nil
    }
  }
}
