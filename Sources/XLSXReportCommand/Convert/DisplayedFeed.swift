import Spreadsheets

/// Converts cells as read into their displayed text.
struct DisplayedFeed: CellSink {
  let output: any ConvertOutput
  let formats: CellFormats
  let dateSystem: DateSystem
  /// The display formats so far, by cell format: parsing one costs more than displaying a cell.
  private var shown: [Int: DisplayFormat] = [:]

  init(output: any ConvertOutput, formats: CellFormats, dateSystem: DateSystem) {
    self.output = output
    self.formats = formats
    self.dateSystem = dateSystem
  }

  var wantsFormulas: Bool { false }

  mutating func cell(_ cell: borrowing CellView) throws {
    switch cell.kind {
    case .empty: return
    case .number:
      let text = format(cell.styleIndex).text(of: cell.number ?? 0, in: dateSystem)
      try hand(text, .displayed, cell.reference)
    case .dateText:
      let stored = cell.text
      let text = dateSystem.serial(ofText: stored)
        .map { format(cell.styleIndex).text(of: $0, in: dateSystem) }
      try hand(text ?? stored, .displayed, cell.reference)
    case .text: try hand(format(cell.styleIndex).text(of: cell.text), .text, cell.reference)
    case .error: try hand(cell.text, .error, cell.reference)
    case .boolean:
      try output.cell(
        ConvertCell(
          row: cell.reference.row, column: cell.reference.column, kind: .boolean,
          number: cell.boolean == true ? 1 : 0))
    }
  }

  private mutating func hand(
    _ text: String, _ kind: ConvertCell.Kind, _ place: CellReference
  ) throws {
    var text = text
    try text.withUTF8 {
      try output.cell(ConvertCell(row: place.row, column: place.column, kind: kind, text: $0))
    }
  }

  private mutating func format(_ style: Int) -> DisplayFormat {
    if let known = shown[style] { return known }
    let format = DisplayFormat(formats[style])
    shown[style] = format
    return format
  }
}
