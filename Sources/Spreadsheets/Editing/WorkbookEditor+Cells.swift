import OpenPackaging

extension WorkbookEditor {
  /// Sets the content of a cell; a later change of a cell replaces an earlier one.
  ///
  /// The cell keeps its style. A value replaces a formula; other cells of a shared formula keep theirs. A
  /// text becomes a shared string if the workbook has them.
  ///
  /// - Throws: ``WorkbookEditorError`` if the cell cannot be changed (inside a merged range, part of an array
  ///   formula, a table header that is referred to), or if no cell can contain the content.
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

  /// Keeps a cell's formula and sets its cached value.
  ///
  /// - Throws: ``WorkbookEditorError`` if the cell has no formula.
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

  /// Whether a cell has a formula before the changes.
  public func hasFormula(at cell: CellReference, inSheet name: String) throws -> Bool {
    let place = try place(ofSheet: name)
    return sheets[place]?.hasFormula(at: cell) ?? false
  }

  /// Fills a cell with a color; the style is copied, and all else of it is kept.
  ///
  /// - Throws: ``WorkbookEditorError`` if the sheet or the styles cannot be changed.
  public func fill(_ color: CellColor, at cell: CellReference, inSheet name: String) throws {
    let place = try place(ofSheet: name)
    guard cell.isInSheet else { throw WorkbookEditorError(.reference, sheet: name) }
    try loadStyles()
    sheets[place]?.fill(color, at: cell)
  }

  /// The number format of a cell before the changes.
  ///
  /// - Throws: ``WorkbookEditorError`` if the sheet cannot be changed, ``WorkbookError`` if the styles are
  ///   damaged.
  public func numberFormat(
    at cell: CellReference, inSheet name: String
  ) throws -> NumberFormat {
    let place = try place(ofSheet: name)
    return try workbook.formats()[sheets[place]?.style(at: cell) ?? 0]
  }

  /// Sets a cell's number format; the style is copied, and all else of it is kept.
  ///
  /// - Parameters:
  ///   - code: The format code, such as `General` or `0.00`, of at most 255 characters.
  ///   - cell: The cell, which need not exist yet.
  ///   - name: The name of its sheet.
  /// - Throws: ``WorkbookEditorError`` if the sheet or the styles cannot be changed, or for an invalid code.
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

  /// Adds a comment to a cell; if it has one, the text becomes another line of it.
  ///
  /// - Throws: ``WorkbookEditorError`` if the sheet cannot be changed.
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

  /// Changes a table's header together with its header cell.
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

  /// Whether a part of the workbook contains `[header]`, as formulas refer to a table's column.
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
  /// Why no cell can contain it; `nil` if one can.
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
  /// Why no cell can contain it; `nil` if one can.
  fileprivate var fault: WorkbookWriterError.Reason? {
    switch self {
    case .number(let value): value.isFinite ? nil : .number(value.description)
    case .text(let text):
      text.utf16.count > CellText.mostUnits ? .textLength(text.utf16.count) : nil
    case .boolean, .error: nil
    }
  }
}
