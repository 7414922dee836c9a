import XMLStreams

/// Writes one sheet of a workbook: rows from top to bottom, the cells of a row from left to right.
///
/// Rows leave memory as they are written. What is said of ranges (``merge(_:)``, ``validate(_:with:)``
/// and so on) may be said at any time until the next sheet is begun. Made by
/// ``WorkbookWriter/addSheet(_:_:)``; a class, because the workbook ends a sheet that its user still holds.
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
  /// Not checked for overlapping accesses, twice a cell: each is over when the method that began it
  /// returns, and the sink, the only thing called meanwhile, does not know the sheet.
  @exclusivity(unchecked) private var body: SheetBody?
  @exclusivity(unchecked) private var lastRow = 0

  /// Begins a sheet whose part goes to `sink`, or is given by ``finish()`` without one.
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

  /// Begins the next row, or row `number`, counted from 1; the row before it ends.
  ///
  /// - Throws: ``WorkbookWriterError``, or why the file cannot be written.
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

  /// Writes a whole row: its cells from column 1 on, all in one style.
  ///
  /// - Throws: ``WorkbookWriterError``, or why the file cannot be written.
  public func append(
    row cells: [CellContent], style: StyleIndex = .standard, _ layout: RowLayout = .standard
  ) throws {
    try beginRow(nil, layout)
    for cell in cells { try append(cell, style) }
  }

  /// Writes the next cell of the row; a blank one without a style is passed over.
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

  /// Writes a number into the next cell of the row, in the shortest form that reads back the same.
  public func append(_ number: Double, _ style: StyleIndex = .standard) throws {
    try prepareCell(style)
    guard number.isFinite else { throw cellError(.number(number.description)) }
    body?.number(number, style: style.offset)
  }

  /// Writes a whole number into the next cell of the row; a cell's number is exact up to 2⁵³.
  public func append(_ number: Int, _ style: StyleIndex = .standard) throws {
    try append(Double(number), style)
  }

  /// Writes a text into the next cell of the row; at most 32,767 UTF-16 units.
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

  /// Writes a cell that holds nothing but its style.
  public func appendBlank(_ style: StyleIndex) throws {
    try prepareCell(style)
    body?.blank(style: style.offset)
  }

  /// Writes a formula, without its leading `=`, and the value it had when it was last worked out.
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

  /// Writes a text, given as valid UTF-8, into the next cell of the row.
  ///
  /// No `String` is made, so this is the fastest way for text that comes out of a file.
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

  /// Writes a number into the next cell of the row, given by its shortest text, as `NumberText` has it.
  ///
  /// Nothing is worked out, so this is the fastest way for numbers that come out of a file.
  package func append(
    decimal text: UnsafeBufferPointer<UInt8>, _ style: StyleIndex = .standard
  ) throws {
    try prepareCell(style)
    body?.number(text, style: style.offset)
  }

  /// Passes over `count` cells of the row.
  public func skip(_ count: Int = 1) throws {
    guard body != nil else { throw error(.finished) }
    guard lastRow > 0 else { throw error(.noRow) }
    let next = (body?.column ?? 0) &+ max(0, count)
    guard next <= SheetBody.lastColumn else { throw error(.column(next)) }
    body?.move(toBefore: next &+ 1)
  }

  /// Passes over cells, so that the next one stands in `column`, counted from 1.
  public func move(toColumn column: Int) throws {
    if body?.move(onTo: column) != true { try refuse(moveTo: column) }
  }

  /// Passes over rows and cells, so that the next one stands in `row` and `column`, counted from 1.
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

  /// Ends the sheet: writes what follows its rows; returns the bytes that no sink has taken.
  @discardableResult
  func finish() throws -> [UInt8] {
    guard let body = body.take() else { return [] }
    try features.check(sheet: name)
    var xml = body.finish()
    let epilogue = SheetSuffix(features: features, print: layout.print)
    epilogue.write(to: &xml)
    return try xml.finish()
  }

  /// Whether the sheet still takes something.
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
