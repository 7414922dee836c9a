import Findings
import Grids
import ReportModel

extension MatrixReading {
  /// Says which numbers stand inside the table but in no field, and whether that puts others in doubt.
  mutating func tellOfLeftovers() {
    tellOfExtraColumns()
    tellOfExtraLines()
  }

  // MARK: Beside the columns

  private mutating func tellOfExtraColumns() {
    var byColumn: [Int: [(match: LineMatch, cell: GridView.Cell)]] = [:]
    for match in matches {
      for cell in slots[match.line]?.leftovers ?? [] {
        byColumn[cell.column, default: []].append((match, cell))
      }
    }
    for column in byColumn.keys.sorted() {
      guard let cells = byColumn[column], !isIndex(column, cells.map(\.cell)) else { continue }
      let isFull = cells.count >= 3 && 5 * cells.count >= 3 * matches.count
      var rest: [GridView.Cell] = []
      for (match, cell) in cells {
        if isSuspicious(match, cell, isFull: isFull) {
          tellShifted(match, cell)
        } else {
          rest.append(cell)
        }
      }
      guard let first = rest.first else { continue }
      let label = headText(column)
      let places = rest.map(site.findingCell)
      if let label {
        table.findings.append(.unusedLine(label, count: rest.count, cells: places))
      } else if rest.count == 1 {
        table.findings.append(
          .unusedNumber(
            ValueReader.text(first.content.value).trimmed, place: site.name(first), cells: places))
      } else {
        table.findings.append(
          .unlabelledLine(place: site.name(first), count: rest.count, cells: places))
      }
    }
  }

  /// Whether a number beside the columns suggests that the line's numbers are shifted.
  private func isSuspicious(_ match: LineMatch, _ cell: GridView.Cell, isFull: Bool) -> Bool {
    guard let band = lines[match.line].band else { return false }
    let row = row(match)
    let ends = [band.all.first, band.all.last].compactMap { $0?.column }
    let far = cell.column > band.high ? ends.first : ends.last
    let isAdjacent =
      cell.column <= band.high + 2 && cell.column >= band.low - 2
    let isFarEndBlank = far.map { site.view.cell(row, $0)?.isBlank ?? true } ?? false
    return isAdjacent && (isFarEndBlank || !isFull)
  }

  private mutating func tellShifted(_ match: LineMatch, _ cell: GridView.Cell) {
    let fields = site.fields(row: match.label)
    let label = form.rows[match.label].label
    for field in fields {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.findings.append(
      .shiftedRow(label, place: site.name(cell), cells: site.cells([cell], fields)))
  }

  /// The text above a column of numbers that is in none of the form's columns.
  private func headText(_ column: Int) -> String? {
    for line in lines {
      guard let band = line.band else { continue }
      for row in site.view.rows.reversed() where band.rows ~= row.number {
        if let cell = row.cells.last(where: { $0.column == column }), cell.label != nil {
          return cell.text?.oneLine
        }
      }
    }
    return nil
  }

  /// Whether the numbers are line numbers: headed so, or counting up by one.
  private func isIndex(_ column: Int, _ cells: [GridView.Cell]) -> Bool {
    guard
      column <= body.labels.upperBound || headText(column).map(Self.indexHeads.contains) ?? false
    else { return false }
    if let head = headText(column), Self.indexHeads.contains(head) { return true }
    let numbers = cells.sorted { $0.row < $1.row }.map { ValueReader.whole($0.content.value) }
    guard numbers.count >= 3 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { first, next in
      guard let first, let next else { return false }
      return next > first && next - first <= 3
    }
  }

  private static let indexHeads: Set<String> = [
    "序号", "行次", "栏次", "编号", "代码", "序 号", "行 次", "No.", "No",
  ]

  // MARK: Between and below the lines

  private mutating func tellOfExtraLines() {
    let last = body.rows.upperBound
    let below = site.view.rows.filter { $0.number > last && $0.number <= last + 2 }.map(\.number)
    for (index, line) in lines.enumerated() where !settled.contains(index) {
      tellOfLine(line.texts.row, line.band, label: line.texts.cells.last)
    }
    var previous = last
    for number in below {
      guard number <= previous + 1, let row = site.view.row(number),
        !row.cells.contains(where: { body.labels ~= $0.column && $0.label != nil })
      else { break }
      tellOfLine(number, lines.last { $0.band != nil }?.band, label: nil)
      previous = number
    }
    tellOfRowsUnderHeads()
  }

  /// Rows of numbers between a head and its first line.
  private mutating func tellOfRowsUnderHeads() {
    var seen: Set<Int> = []
    for match in matches {
      guard let band = lines[match.line].band, seen.insert(band.rows.lowerBound).inserted else {
        continue
      }
      let first =
        matches.filter { lines[$0.line].band?.rows == band.rows }.map(row).min() ?? row(match)
      for row in site.view.rows where band.rows.lowerBound <= row.number && row.number < first {
        if row.number <= band.rows.upperBound {
          tellOfLine(row.number, band, label: nil)
          tellOfNumbersBesideHead(row, band)
        } else if !lines.contains(where: { $0.texts.row == row.number }) {
          let label = row.cells.first { body.labels ~= $0.column && $0.label != nil }
          tellOfLine(row.number, band, label: label.flatMap { isNoLabel($0, band) ? nil : $0 })
        }
      }
    }
  }

  /// Whether `cell` only repeats a label of the head, as in a merged area that was taken apart and filled,
  /// or stands before all labels of the table without being a group of it.
  private func isNoLabel(_ cell: GridView.Cell, _ band: HeadBand) -> Bool {
    cell.column < body.inner && body.group(cell) == nil
      || band.rows.contains { site.view.cell($0, cell.column)?.label == cell.label }
  }

  /// Numbers beside a head, in the place of others, may be those of the blanks below.
  private mutating func tellOfNumbersBesideHead(_ row: GridView.Row, _ band: HeadBand) {
    guard
      let number = row.cells.first(where: {
        $0.column > body.inner && $0.column < band.low && $0.isNumber
      }), let head = band.all.first
    else { return }
    let blanks = matches.filter { lines[$0.line].band?.rows == band.rows }
      .flatMap { site.fields(row: $0.label) }.filter { field in
        table.cells[field].map(isBlank) ?? false
      }
    guard !blanks.isEmpty else { return }
    for field in blanks {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.findings.append(
      .numberInTitle(
        head.cell.text?.oneLine ?? "", place: site.name(number),
        cells: site.cells([number], blanks)))
  }

  private func isBlank(_ reference: GridReference) -> Bool {
    let place = site.view.place(of: reference)
    return site.view.cell(place.row, place.column)?.isBlank ?? true
  }

  private mutating func tellOfLine(_ row: Int, _ band: HeadBand?, label: GridView.Cell?) {
    guard let band else { return }
    let columns = Set(band.all.map(\.column))
    let cells = (site.view.row(row)?.cells ?? []).filter {
      columns.contains($0.column) && $0.isNumber
    }
    guard let first = cells.first, !isColumnNumbers(cells) else { return }
    let places = cells.map(site.findingCell)
    let isGroup =
      label?.label.map { id in
        site.matches.axes.groups[site.matches.book.texts[id].core] != nil
      } ?? false
    // A number that belongs to no line while a line lacks one in the same column
    let doubtful = cells.flatMap { fieldsShifted(in: $0.column) }
    if isGroup, doubtful.isEmpty, let label, isForeign(row, band) {
      tellStray(cells, first, label, band)
    } else if label == nil || isGroup, !doubtful.isEmpty {
      tellShiftedTable(first, form.fields.filter(Set(doubtful).contains))
    } else if let text = label?.text?.oneLine {
      table.findings.append(.unusedLine(text, count: cells.count, cells: places))
    } else {
      let beside = form.fields.filter { field in
        table.cells[field].map { reference in
          cells.contains { $0.column == site.view.place(of: reference).column }
        } ?? false
      }
      table.findings.append(
        .unlabelledLine(
          place: site.name(first), count: cells.count, cells: site.cells(cells, beside)))
    }
  }

  /// Whether the lines that follow stand under another head, so that the numbers of a group's row under
  /// this head are not their sums.
  private func isForeign(_ row: Int, _ band: HeadBand) -> Bool {
    let next = matches.filter { self.row($0) > row }.min { self.row($0) < self.row($1) }
    return next.map { lines[$0.line].band?.rows != band.rows } ?? false
  }

  /// Numbers in the title of the next block may be those of the lines above it, moved on.
  private mutating func tellStray(
    _ cells: [GridView.Cell], _ first: GridView.Cell, _ title: GridView.Cell, _ band: HeadBand
  ) {
    let columns = Set(cells.map(\.column))
    let fields = matches.filter { lines[$0.line].band?.rows == band.rows }
      .flatMap { site.fields(row: $0.label) }.filter { field in
        table.cells[field].map { columns.contains(site.view.place(of: $0).column) } ?? false
      }
    for field in fields {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.findings.append(
      .numberInTitle(
        title.text?.oneLine ?? "", place: site.name(first), cells: site.cells(cells, fields)))
  }

  private mutating func tellShiftedTable(_ cell: GridView.Cell, _ fields: [FieldName]) {
    for field in fields {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.findings.append(
      .shiftedTable(place: site.name(cell), cells: site.cells([cell], fields)))
  }

  /// The fields that have their values in a column of the grid, if one of them is blank.
  private func fieldsShifted(in column: Int) -> [FieldName] {
    var (fields, hasBlank): ([FieldName], Bool) = ([], false)
    for (field, reference) in table.cells where site.view.place(of: reference).column == column {
      fields.append(field)
      hasBlank = hasBlank || isBlank(reference)
    }
    return hasBlank ? fields : []
  }

  /// Whether the numbers only count the columns, from 1 or so on.
  private func isColumnNumbers(_ cells: [GridView.Cell]) -> Bool {
    guard cells.count >= 2, let first = ValueReader.whole(cells[0].content.value), 0...3 ~= first
    else { return false }
    return cells.enumerated().allSatisfy { place, cell in
      ValueReader.whole(cell.content.value) == first + place
    }
  }
}
