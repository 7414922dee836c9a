import Spreadsheets

/// Writes down everything that a sink is told, a line each.
struct CellLog: CellSink {
  var wantsFormulas = true
  private var lines: [String] = []

  mutating func beginRow(_ row: RowProperties) {
    lines.append("row \(row.number) \(row.isHidden)")
  }

  mutating func cell(_ cell: borrowing CellView) {
    let formula = cell.formula.map { " =\($0)" } ?? ""
    lines.append("\(cell.reference) s\(cell.styleIndex) \(cell.value)\(formula)")
  }

  mutating func endRow() { lines.append("end") }

  /// What all sheets and strings of `workbook` are, and their errors.
  static func lines(of workbook: Workbook) -> [String] {
    var log = CellLog()
    for sheet in workbook.sheets where sheet.hasCells {
      do {
        var details = try workbook.read(sheet, into: &log)
        details.readingPath = .parser(.notAsked)
        log.lines.append("\(details)")
      } catch {
        log.lines.append(place(of: error))
      }
    }
    do {
      log.lines += try workbook.sharedTexts().map { "string \($0)" }
    } catch {
      log.lines.append(place(of: error))
    }
    return log.lines
  }

  /// The part that an error is in; which line libxml2 finds wrong in broken XML, and what with it,
  /// depends on the pieces that it gets.
  private static func place(of error: any Error) -> String {
    let parts = "\(error)".split(separator: ": ")
    let place = parts.dropLast().joined(separator: ": ").split(separator: ", line ").first ?? ""
    return "error \(place)"
  }
}
