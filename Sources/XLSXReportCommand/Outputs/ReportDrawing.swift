import Diagnostics
import ReportModel

/// A report drawn with plain characters, for a terminal.
struct ReportDrawing {
  /// The columns of a screen.
  private static let screen = 80
  /// The most columns of a row's label; a longer one is cut.
  private static let labelWidth = 44

  private let report: Report
  private let definition: FormDefinition
  private var lines: [String] = []

  /// The lines of `report`.
  static func text(_ report: Report, _ definition: FormDefinition) -> String {
    var drawing = ReportDrawing(report: report, definition: definition)
    drawing.drawHead()
    for part in definition.parts {
      switch part {
      case .section(let section): drawing.draw(section)
      case .table(let table): drawing.draw(table)
      }
    }
    return drawing.lines.map { $0.withControlsEscaped + "\n" }.joined()
  }

  private init(report: Report, definition: FormDefinition) {
    self.report = report
    self.definition = definition
  }

  private mutating func drawHead() {
    let title = report.title.isEmpty ? definition.title : report.title
    lines.append(title)
    let facts = [report.agency, report.year.map(String.init) ?? "", definition.id]
    lines.append(facts.filter { !$0.isEmpty }.joined(separator: " · "))
  }

  private mutating func draw(_ section: FormSection) {
    guard let text = report.sections[section.id], !text.isEmpty else { return }
    lines += ["", section.label]
    for paragraph in text.split(separator: "\n") {
      let text = String(paragraph).withControlsEscaped
      lines += TerminalText.wrapped(text, columns: Self.screen).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
    }
  }

  private mutating func draw(_ table: FormTable) {
    lines += ["", table.label]
    guard report.tables[table.id] != nil else {
      lines.append(Phrase(zh: "（没有找到这张表）", en: "(this table was not found)").text)
      return
    }
    switch table.arrangement {
    case .blocks: drawBlocks(table)
    case .matrix, .sideBySide: drawMatrix(table)
    }
  }

  /// Draws each row in a line of its own, with its columns' labels before the values.
  private mutating func drawBlocks(_ table: FormTable) {
    let width = table.rows.map { TerminalText.width(of: $0.label) }.max() ?? 0
    for row in table.rows {
      let values = table.columns(of: row).map { column in
        "\(column.label) \(value(table, row, column))"
      }
      lines.append(
        TerminalText.padded(row.label, columns: width) + "  " + values.joined(separator: "  "))
    }
  }

  /// Draws one header and the rows below it, indented by their groups.
  private mutating func drawMatrix(_ table: FormTable) {
    var rows: [(label: String, values: [String])] = []
    var group: [String] = []
    for row in table.rows {
      for (depth, label) in row.path.dropLast().enumerated()
      where !group.indices.contains(depth)
        || group[depth] != label
      {
        group = Array(row.path.prefix(depth + 1))
        rows.append((indented(label, depth), []))
      }
      group = Array(row.path.dropLast())
      let ids = Set(table.columns(of: row).map(\.id))
      rows.append(
        (
          indented(row.label, row.path.count - 1),
          table.columns.map { ids.contains($0.id) ? value(table, row, $0) : "" }
        ))
    }
    let labelWidth = rows.map { TerminalText.width(of: $0.label) }.max() ?? 0
    let widths = table.columns.indices.map { index in
      max(
        TerminalText.width(of: table.columns[index].label),
        rows.map { $0.values.isEmpty ? 0 : TerminalText.width(of: $0.values[index]) }.max() ?? 0)
    }
    rows.insert(("", table.columns.map(\.label)), at: 0)
    for row in rows {
      let cells = zip(row.values, widths).map { TerminalText.padded($0, columns: -$1) }
      let line = ([TerminalText.padded(row.label, columns: labelWidth)] + cells)
        .joined(separator: "  ")
      lines.append(TerminalText.trimmingEnd(of: line))
    }
  }

  private func indented(_ label: String, _ depth: Int) -> String {
    let margin = String(repeating: "  ", count: max(0, depth))
    return TerminalText.cut(margin + label, columns: Self.labelWidth)
  }

  private func value(_ table: FormTable, _ row: FormRow, _ column: FormColumn) -> String {
    let field = FieldName(table: table.id, row: row.id, column: column.id)
    switch report[field] {
    case .number(let number)?: return "\(number)"
    case .notApplicable?: return "/"
    case .unreadable(let text)?: return text.withControlsEscaped
    case .blank?, nil: return "—"
    }
  }
}
