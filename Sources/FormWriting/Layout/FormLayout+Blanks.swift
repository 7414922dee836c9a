#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import FormReading
import ReportModel

extension FormLayout {
  /// Adds a line for each table that counts the fields that are still blank: all but those with formulas.
  func addBlanks(to lines: inout CheckLines) {
    let inputs = tables.map { table in
      (table, table.plan.table.fields.filter { values.totals[$0] == nil })
    }
    guard inputs.contains(where: { !$0.1.isEmpty }) else { return }
    lines.begin("每一格都要填写（没有的填 0，不适用的填“/”）")
    for (table, fields) in inputs where !fields.isEmpty {
      let places = fields.compactMap { table.range(of: $0)?.topLeft }
      let link = GridRange.bounding(places).map { target in
        LaidOutSheet.Link(
          cell: GridReference(row: lines.row + 1, column: CheckColumn.link.rawValue),
          sheet: table.sheet, target: target)
      }
      lines.add(table.plan.table.label, "应填 \(fields.count) 格＝已填的格数", link: link)
      let sheet = SheetNaming.quoted(table.sheet)
      let cells = Self.areas(of: places).map { "\(sheet)!\($0.absoluteA1)" }
      let blank = fields.count { values.isBlank($0) }
      lines.put(.number(Decimal(fields.count)), .listValue, .left)
      lines.put(
        .sum(
          formula: "COUNTA(\(cells.joined(separator: ",")))",
          value: Decimal(fields.count - blank)), .listValue, .right)
      lines.put(
        .sum(formula: "D\(lines.row)-E\(lines.row)", value: Decimal(blank)), .listValue, .difference
      )
      lines.put(
        .message(
          formula: """
            IF(F\(lines.row)>0,"尚有 "&F\(lines.row)&" 格未填","\(Self.passed)")
            """,
          text: blank > 0 ? "尚有 \(blank) 格未填" : Self.passed), .outcome, .outcome)
      lines.blanks.append((lines.row, blank))
    }
  }

  /// Adds the line above all others: whether anything is missing or wrong.
  ///
  /// It is green only if nothing is, and so is every other line.
  func addSummary(to sheet: inout LaidOutSheet, _ lines: CheckLines) {
    let range = GridRange(row: 2, column: 1, columns: CheckColumn.allCases.count)
    sheet.rowHeights[2] = 24
    guard let message = summary(of: lines) else {
      sheet.merge(range, .text("本表没有可以核对的关系"), .explanation)
      return
    }
    sheet.merge(range, message.content, .outcome)
    let isFilled = "\(message.blanks)=0"
    for rows in [message.blankRows, message.checkedRows].compactMap({ $0 }) {
      let first = rows.lowerBound
      let outcomes = GridRange(row: first, column: 7, rows: rows.count)
      sheet.highlights += [
        Highlight(
          [outcomes], when: "AND(LEN($G\(first))>0,$G\(first)<>\"\(Self.passed)\")",
          rows == message.blankRows ? .doubtful : .broken),
        Highlight([outcomes], when: "AND($G\(first)=\"\(Self.passed)\",\(isFilled))", .passed),
      ]
    }
    sheet.highlights += [
      Highlight([range], when: "\(message.failures)>0", .broken),
      Highlight([range], when: "\(message.blanks)>0", .doubtful),
      Highlight([range], when: "AND(\(message.failures)=0,\(isFilled))", .passed),
    ]
  }

  /// The content of the line above all others, with its counts.
  private struct Summary {
    let content: LaidOutCell.Content
    /// The formula that counts blank fields.
    let blanks: String
    /// The formula that counts the checks that fail.
    let failures: String
    let blankRows: ClosedRange<Int>?
    let checkedRows: ClosedRange<Int>?
  }

  private func summary(of lines: CheckLines) -> Summary? {
    let blankRows = Self.rows(lines.blanks.map(\.row))
    let checkedRows = Self.rows(lines.outcomes.map(\.row))
    guard blankRows != nil || checkedRows != nil else { return nil }
    let count = lines.outcomes.count
    let blanks = blankRows.map { "SUM($F$\($0.lowerBound):$F$\($0.upperBound))" } ?? "0"
    let failures =
      checkedRows.map {
        "(\(count)-COUNTIF($G$\($0.lowerBound):$G$\($0.upperBound),\"\(Self.passed)\"))"
      } ?? "0"
    let blank = lines.blanks.reduce(0) { $0 + $1.count }
    let failed = lines.outcomes.count { $0.text != Self.passed }
    if count == 0 {
      let complete = "各格均已填写"
      return Summary(
        content: .message(
          formula: """
            IF(\(blanks)>0,"尚有 "&\(blanks)&" 格未填","\(complete)")
            """,
          text: blank > 0 ? "尚有 \(blank) 格未填" : complete),
        blanks: blanks, failures: failures, blankRows: blankRows, checkedRows: nil)
    }
    let formula = """
      IF(\(blanks)>0,"尚有 "&\(blanks)&" 格未填；","")&"共 \(count) 项核对，"&IF(\(failures)=0,"\
      全部通过",\(failures)&" 项未通过，请点“查看”核对")
      """
    let text =
      (blank > 0 ? "尚有 \(blank) 格未填；" : "") + "共 \(count) 项核对，"
      + (failed == 0 ? "全部通过" : "\(failed) 项未通过，请点“查看”核对")
    return Summary(
      content: .message(formula: formula, text: text), blanks: blanks, failures: failures,
      blankRows: blankRows, checkedRows: checkedRows)
  }

  /// The fewest areas that contain `places`, which are in row order: runs of the same columns in consecutive
  /// rows are one area.
  private static func areas(of places: [GridReference]) -> [GridRange] {
    var areas: [GridRange] = []
    for run in GridRange.runs(of: places) {
      guard let last = areas.last, last.topLeft.column == run.topLeft.column,
        last.bottomRight.column == run.bottomRight.column,
        last.bottomRight.row + 1 == run.topLeft.row
      else {
        areas.append(run)
        continue
      }
      areas[areas.count - 1].bottomRight = run.bottomRight
    }
    return areas
  }

  private static func rows(_ rows: [Int]) -> ClosedRange<Int>? {
    guard let first = rows.first, let last = rows.last else { return nil }
    return first...last
  }
}
