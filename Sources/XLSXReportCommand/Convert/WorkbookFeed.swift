import Spreadsheets

/// Converts cells as read into cells as written.
struct WorkbookFeed: CellSink {
  let output: any ConvertOutput
  let formats: CellFormats
  let dateSystem: DateSystem
  let wantsFormats: Bool
  /// The treatment of numbers by cell format: determined once, looked up for every cell.
  private var treatments: [Treatment]

  /// The meaning of a cell's format for it; one byte, because every cell needs it.
  private enum Treatment: UInt8 {
    /// Not looked up yet.
    case unknown
    /// General: no format is written.
    case general
    /// A format that displays plain numbers.
    case number
    /// A format that may display dates.
    case date
  }

  init(output: any ConvertOutput, formats: CellFormats, dateSystem: DateSystem) {
    self.output = output
    self.formats = formats
    self.dateSystem = dateSystem
    wantsFormats = output.wantsFormats
    treatments = Array(repeating: .unknown, count: max(1, formats.count))
  }

  var wantsFormulas: Bool { output.wantsFormulas }

  mutating func cell(_ cell: borrowing CellView) throws {
    let (row, column) = (cell.reference.row, cell.reference.column)
    let treatment = treatment(of: cell.styleIndex)
    let hasFormat = wantsFormats && treatment != .general
    if let number = cell.number, treatment != .date, !hasFormat, !cell.hasFormula {
      return try output.number(number, row: row, column: column)
    }
    let formula = cell.hasFormula ? cell.formula : nil
    let format = hasFormat ? formats[cell.styleIndex].code : nil
    switch cell.kind {
    case .empty:
      guard formula != nil else { return }
      try output.cell(
        ConvertCell(
          row: row, column: column, kind: .empty, format: format, formula: formula))
    case .number:
      let number = cell.number ?? 0
      if treatment == .date,
        var text = dateSystem.text(of: number, format: formats[cell.styleIndex])
      {
        try text.withUTF8 {
          try output.cell(
            ConvertCell(
              row: row, column: column, kind: .date, number: number, text: $0,
              format: format, formula: formula))
        }
      } else {
        try output.cell(
          ConvertCell(
            row: row, column: column, kind: .number, number: number, format: format,
            formula: formula))
      }
    case .text, .error:
      try output.cell(
        ConvertCell(
          row: row, column: column, kind: cell.kind == .text ? .text : .error, text: cell.utf8,
          format: format, formula: formula))
    case .dateText:
      let serial = dateSystem.serial(ofText: cell.text)
      try output.cell(
        ConvertCell(
          row: row, column: column, kind: .date, number: serial ?? 0, hasSerial: serial != nil,
          text: cell.utf8, format: format, formula: formula))
    case .boolean:
      try output.cell(
        ConvertCell(
          row: row, column: column, kind: .boolean, number: cell.boolean == true ? 1 : 0,
          format: format, formula: formula))
    }
  }

  private mutating func treatment(of style: Int) -> Treatment {
    guard style < treatments.count else { return .general }
    let known = treatments[style]
    guard known == .unknown else { return known }
    let format = formats[style]
    let found: Treatment =
      format.isGeneral ? .general : format.mayShowDates ? .date : .number
    treatments[style] = found
    return found
  }
}

extension NumberFormat {
  /// Whether the format displays a number of some sign as a date.
  fileprivate var mayShowDates: Bool {
    // A condition may make any number a date, so every format that is not plainly numeric is checked again.
    [1.0, -1.0, 0.0].contains { kind(of: $0) != .number } || code.contains("[")
  }
}
