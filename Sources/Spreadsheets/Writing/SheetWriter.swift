import XMLStreams

/// Writes one sheet of a workbook: rows from top to bottom, the cells of a row from left to right.
///
/// Rows leave memory as they are written. Range features (``merge(_:)``, ``validate(_:with:)`` and others)
/// can be added at any time until the next sheet begins. Made by ``WorkbookWriter/addSheet(_:_:)``; a class,
/// because the workbook ends a sheet to which its user may still refer.
///
///     let sheet = try workbook.addSheet("2021")
///     try sheet.append(row: ["Agency", "Received"])
///     try sheet.append(row: ["City Office", 9])
public final class SheetWriter {
  /// The sheet's name.
  public let name: String
  /// The sheet's layout.
  public let layout: SheetLayout
  let host: any SheetHost
  private let workbook: WorkbookIdentity
  let place: Int
  var features = SheetFeatures()
  /// Not checked for exclusive access, which would be done twice per cell: each access ends when its method
  /// returns, and the sink, the only code called meanwhile, does not refer to the sheet.
  @exclusivity(unchecked) private var body: SheetBody?
  @exclusivity(unchecked) private var lastRow = 0

  /// Begins a sheet whose part is written to `sink`, or returned by ``finish()`` without one.
  init(
    name: String, layout: SheetLayout, place: Int, host: any SheetHost, isStrict: Bool = false,
    sink: XMLWriter.Sink? = nil
  ) {
    (self.name, self.layout, self.place, self.host) = (name, layout, place, host)
    workbook = host.identity
    var xml = XMLWriter(sink: sink)
    SheetPrefix(layout: layout, isStrict: isStrict).write(to: &xml)
    body = SheetBody(xml: xml)
  }

  /// Begins the next row, or row `number`, from 1; the previous row ends.
  ///
  /// - Throws: ``WorkbookWriterError``, or the error of writing the file.
  public func beginRow(_ number: Int? = nil, _ layout: RowLayout = .standard) throws {
    let number = number ?? lastRow + 1
    guard (1...SheetBody.lastRow).contains(number) else { throw error(.row(number)) }
    guard number > lastRow else { throw error(.rowOrder(number, after: lastRow)) }
    if let height = layout.height {
      guard (0...409.5).contains(height) else { throw error(.rowHeight(height)) }
    }
    guard (0...7).contains(layout.outlineLevel) else {
      throw error(.outlineLevel(layout.outlineLevel))
    }
    if let style = layout.style, !style.belongs(to: workbook) { throw error(.foreignStyle) }
    guard body != nil else { throw error(.finished) }
    try body?.xml.check()
    body?.beginRow(number, layout)
    lastRow = number
  }

  /// Writes a whole row: its cells from column 1 on, with one style.
  ///
  /// - Throws: ``WorkbookWriterError``, or the error of writing the file.
  public func append(
    row cells: [CellContent], style: StyleIndex = .standard, _ layout: RowLayout = .standard
  ) throws {
    try beginRow(nil, layout)
    for cell in cells { try append(cell, style) }
  }

  /// Writes the next cell of the row; a blank one without a style is skipped.
  public func append(_ content: CellContent, _ style: StyleIndex = .standard) throws {
    switch content {
    case .blank:
      if style == .standard { try skip() } else { try appendBlank(style) }
    case .number(let value): try append(value, style)
    case .text(let text): try append(text, style)
    case .boolean(let value): try append(value, style)
    case .error(let value): try append(value, style)
    case .formula(let formula, let stored): try append(formula: formula, stored: stored, style)
    }
  }

  /// Writes a number into the next cell of the row, in the shortest form that reads back as the same.
  public func append(_ number: Double, _ style: StyleIndex = .standard) throws {
    try prepareCell(style)
    guard number.isFinite else { throw cellError(.number(number.description)) }
    body?.number(number, style: style.offset)
  }

  /// Writes a whole number into the next cell of the row; numbers are exact up to 2⁵³.
  public func append(_ number: Int, _ style: StyleIndex = .standard) throws {
    try append(Double(number), style)
  }

  /// Writes a text of at most 32,767 UTF-16 code units into the next cell of the row.
  public func append(_ text: String, _ style: StyleIndex = .standard) throws {
    var text = text
    try text.withUTF8 { try append(utf8: $0, style) }
  }

  /// Writes a truth value into the next cell of the row.
  public func append(_ value: Bool, _ style: StyleIndex = .standard) throws {
    try prepareCell(style)
    body?.boolean(value, style: style.offset)
  }

  /// Writes an error value into the next cell of the row.
  public func append(_ value: CellError, _ style: StyleIndex = .standard) throws {
    try prepareCell(style)
    body?.error(value, style: style.offset)
  }

  /// Writes a cell with only a style.
  public func appendBlank(_ style: StyleIndex) throws {
    try prepareCell(style)
    body?.blank(style: style.offset)
  }

  /// Writes a formula, without its leading `=`, and its cached value.
  public func append(
    formula: String, stored: StoredValue? = nil, _ style: StyleIndex = .standard
  ) throws {
    try prepareCell(style)
    let units = formula.utf16.count
    guard (1...8192).contains(units) else { throw cellError(.formulaLength(units)) }
    switch stored {
    case .number(let value) where !value.isFinite: throw cellError(.number(value.description))
    case .text(let text) where text.utf16.count > CellText.mostUnits:
      throw cellError(.textLength(text.utf16.count))
    default: body?.formula(formula, stored, style: style.offset)
    }
  }

  /// Writes a text in valid UTF-8 into the next cell of the row.
  ///
  /// It does not create a `String`, so it is the fastest way to write text from a file.
  package func append(
    utf8 text: UnsafeBufferPointer<UInt8>, _ style: StyleIndex = .standard
  ) throws {
    try prepareCell(style)
    if text.count > CellText.mostUnits {
      let units = CellText.unitCount(text)
      guard units <= CellText.mostUnits else { throw cellError(.textLength(units)) }
    }
    if let index = host.sharedString(text) {
      body?.sharedString(index, style: style.offset)
    } else {
      body?.inlineString(text, style: style.offset)
    }
  }

  /// Writes a number into the next cell of the row, given as its shortest text, as in `NumberText`.
  ///
  /// It calculates nothing, so it is the fastest way to write numbers from a file.
  package func append(
    decimal text: UnsafeBufferPointer<UInt8>, _ style: StyleIndex = .standard
  ) throws {
    try prepareCell(style)
    body?.number(text, style: style.offset)
  }

  /// Skips `count` cells of the row.
  public func skip(_ count: Int = 1) throws {
    guard body != nil else { throw error(.finished) }
    guard lastRow > 0 else { throw error(.noRow) }
    let next = (body?.column ?? 0) &+ max(0, count)
    guard next <= SheetBody.lastColumn else { throw error(.column(next)) }
    body?.move(toBefore: next &+ 1)
  }

  /// Skips cells, so that the next one is in `column`, from 1.
  public func move(toColumn column: Int) throws {
    if body?.move(onTo: column) != true { try refuse(moveTo: column) }
  }

  /// Skips rows and cells, so that the next one is in `row` and `column`, from 1.
  package func move(toRow row: Int, column: Int) throws {
    if row != lastRow { try beginRow(row) }
    if body?.move(onTo: column) != true { try refuse(moveTo: column) }
  }

  private func refuse(moveTo column: Int) throws {
    guard body != nil else { throw error(.finished) }
    guard lastRow > 0 else { throw error(.noRow) }
    guard (1...SheetBody.lastColumn).contains(column) else { throw error(.column(column)) }
    let last = body?.column ?? 0
    throw error(.columnOrder(column, after: last))
  }

  /// Ends the sheet: writes what follows its rows; without a sink, returns all bytes.
  @discardableResult
  func finish() throws -> [UInt8] {
    guard let body = body.take() else { return [] }
    try features.check(sheet: name)
    var xml = body.finish()
    let epilogue = SheetSuffix(features: features, print: layout.print)
    epilogue.write(to: &xml)
    return try xml.finish()
  }

  /// Whether the sheet can still be written.
  var isOpen: Bool { body != nil }

  private func prepareCell(_ style: StyleIndex) throws {
    if body?.takesCell != true { throw cellRefusal }
    if !style.belongs(to: workbook) { throw cellError(.foreignStyle) }
  }

  /// Why the next cell cannot be written.
  private var cellRefusal: WorkbookWriterError {
    guard lastRow > 0 else { return error(body == nil ? .finished : .noRow) }
    guard let column = body?.column else { return error(.finished) }
    return error(.column(column + 1))
  }

  func error(_ reason: WorkbookWriterError.Reason, cell: String? = nil) -> WorkbookWriterError {
    WorkbookWriterError(reason, sheet: name, cell: cell)
  }

  private func cellError(_ reason: WorkbookWriterError.Reason) -> WorkbookWriterError {
    let column = (body?.column ?? 0) + 1
    return error(reason, cell: CellReference(row: lastRow, column: column).description)
  }
}
