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
        details.road = .parser(.notAsked)
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

  /// Where an error is; what libxml2 finds wrong with broken XML depends on the pieces that it gets.
  private static func place(of error: any Error) -> String {
    let parts = "\(error)".split(separator: ": ")
    return "error \(parts.count > 1 ? parts.dropLast().joined(separator: ": ") : "")"
  }
}
