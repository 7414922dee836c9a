import Spreadsheets

/// Writes down everything that a sink is told, a line each; of what goes beyond some thousands of lines
/// only a hash.
struct CellLog: CellSink {
  var wantsFormulas = true
  var lines: [String] = []
  private var rest = 5381

  private mutating func add(_ line: String) {
    if lines.count < 4_000 { return lines.append(line) }
    for byte in line.utf8 { rest = rest &* 33 ^ Int(byte) }
  }

  mutating func beginRow(_ row: RowProperties) {
    add("row \(row.number)\(row.isHidden ? " hidden" : "")")
  }

  mutating func cell(_ cell: borrowing CellView) {
    let formula = cell.formula.map { " =\($0)" } ?? ""
    add("\(cell.reference) s\(cell.styleIndex) \(cell.value)\(formula)")
  }

  mutating func endRow() { add("end") }

  /// What all sheets of `workbook` tell by one road, what is beside their cells, and their errors.
  static func lines(
    of workbook: Workbook, byScanner: Bool, wantsFormulas: Bool = true
  ) -> (lines: [String], readingPaths: [ReadingPath]) {
    workbook.usesScanner = byScanner
    var log = CellLog(wantsFormulas: wantsFormulas)
    var readingPaths: [ReadingPath] = []
    for sheet in workbook.sheets where sheet.hasCells {
      log.lines.append("sheet \(sheet.name)")
      do {
        var details = try workbook.read(sheet, into: &log)
        readingPaths.append(details.readingPath)
        details.readingPath = .parser(.notAsked)
        log.lines.append("\(details)")
      } catch {
        log.lines.append("error \(error)")
      }
    }
    do {
      for text in try workbook.sharedTexts() { log.add("string \(text)") }
    } catch {
      log.lines.append("error \(error)")
    }
    log.lines.append("rest \(log.rest)")
    return (log.lines, readingPaths)
  }
}
