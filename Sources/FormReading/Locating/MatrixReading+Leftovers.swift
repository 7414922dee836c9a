import Documents
import ReportModel

extension MatrixReading {
  /// Reports the numbers inside the table that are in no field, and withdraws the fields that they put in
  /// doubt.
  mutating func reportLeftovers() {
    reportExtraColumns()
    reportExtraLines()
    unused.reportRest(&table)
  }

  // MARK: Beside the columns

  private mutating func reportExtraColumns() {
    var byColumn: [Int: [(match: LineMatch, cell: GridView.Cell)]] = [:]
    for match in matches {
      for cell in slots[match.line]?.leftovers ?? [] {
        byColumn[cell.column, default: []].append((match, cell))
      }
    }
    guard !byColumn.isEmpty else { return }
    let heads = headTexts(of: Set(byColumn.keys))
    for column in byColumn.keys.sorted() {
      guard let cells = byColumn[column], !isIndex(column, cells.map(\.cell), heads[column]) else {
        continue
      }
      let isFull = cells.count >= 3 && 5 * cells.count >= 3 * matches.count
      var rest: [GridView.Cell] = []
      for (match, cell) in cells {
        if isSuspicious(match, cell, isFull: isFull) {
          reportShifted(match, cell)
        } else {
          rest.append(cell)
        }
      }
      guard let first = rest.first else { continue }
      let label = heads[column]
      let places = rest.map(site.findingCell)
      unused.tell(first, count: rest.count, &table) { [site = self.site] place in
        if let label {
          return (.unusedLine(label, count: rest.count), places)
        }
        guard rest.count == 1 else {
          return (.unlabelledLine(place: place, count: rest.count), places)
        }
        let text = site.valueText(first).trimmed
        return (.unusedNumber(text, place: place), places)
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

  private mutating func reportShifted(_ match: LineMatch, _ cell: GridView.Cell) {
    let fields = site.fields(row: match.label)
    let label = form.rows[match.label].label
    withdraw(fields)
    table.report(.shiftedRow(label, place: site.name(cell)), site.cells([cell], fields))
  }

  /// The texts above columns of numbers that are not the form's.
  private func headTexts(of columns: Set<Int>) -> [Int: String] {
    var texts: [Int: String] = [:]
    for band in bands {
      for row in site.view.rows(in: band.rows).reversed() {
        for cell in row.cells
        where cell.label != nil && texts[cell.column] == nil && columns.contains(cell.column) {
          texts[cell.column] = site.line(cell)
        }
      }
    }
    return texts
  }

  /// Whether the numbers are line numbers: their header names them so, or they increase by at most three at a
  /// time.
  private func isIndex(_ column: Int, _ cells: [GridView.Cell], _ head: String?) -> Bool {
    let isNamed = head.map(Self.indexHeads.contains) ?? false
    guard !isNamed else { return true }
    guard column <= body.labels.upperBound else { return false }
    let numbers = cells.sorted { $0.row < $1.row }.map { site.whole($0) }
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

  private mutating func reportExtraLines() {
    let last = body.rows.upperBound
    let below = site.view.rows(in: (last + 1)...(last + 2))
    let read = Set(matches.map(\.line))
    for (index, line) in lines.enumerated() where !read.contains(index) {
      if !settled.contains(index) {
        reportLine(line.texts.row, line.band, label: line.texts.cells.last)
      } else if let band = line.band {
        reportBrokenLabel(line.texts.cells.last, numbers(line.texts.row, band), line.texts.row)
      }
    }
    var previous = last
    for row in below {
      guard row.number <= previous + 1,
        !row.cells(in: body.labels).contains(where: { $0.label != nil })
      else { break }
      reportLine(row.number, lines.last { $0.band != nil }?.band, label: nil)
      previous = row.number
    }
    reportRowsUnderHeads()
  }

  /// Reports rows of numbers between a header block and its first line.
  private mutating func reportRowsUnderHeads() {
    var seen: Set<Int> = []
    let known = Set(lines.map(\.texts.row))
    for match in matches {
      guard let band = lines[match.line].band, seen.insert(band.rows.lowerBound).inserted else {
        continue
      }
      let first =
        matches.filter { lines[$0.line].band?.rows == band.rows }.map(row).min() ?? row(match)
      guard band.rows.lowerBound < first else { continue }
      for row in site.view.rows(in: band.rows.lowerBound...(first - 1)) {
        if row.number <= band.rows.upperBound {
          reportLine(row.number, band, label: nil)
          reportNumbersBesideHead(row, band)
        } else if !known.contains(row.number) {
          let label = row.cells(in: body.labels).first { $0.label != nil }
          reportLine(row.number, band, label: label.flatMap { isNoLabel($0, band) ? nil : $0 })
        }
      }
    }
  }

  /// Whether `cell` only repeats a label of the header, as in a merged area that was unmerged and filled, or
  /// precedes all labels of the table and is not a group of it.
  private func isNoLabel(_ cell: GridView.Cell, _ band: HeaderBlock) -> Bool {
    cell.column < body.inner && body.group(cell) == nil
      || site.view.rows(in: band.rows).contains { $0.cell(cell.column)?.label == cell.label }
  }

  /// Reports numbers beside a header block: they may belong to blank fields below it.
  private mutating func reportNumbersBesideHead(_ row: GridView.Row, _ band: HeaderBlock) {
    guard body.inner + 1 < band.low,
      let number = row.cells(in: (body.inner + 1)...(band.low - 1)).first(where: \.isNumber),
      let head = band.all.first
    else { return }
    let blanks = matches.filter { lines[$0.line].band?.rows == band.rows }
      .flatMap { site.fields(row: $0.label) }.filter { field in
        table.cells[field].map(isBlank) ?? false
      }
    guard !blanks.isEmpty else { return }
    withdraw(blanks)
    table.report(
      .numberInTitle(site.line(head.cell), place: site.name(number)),
      site.cells([number], blanks))
  }

  private func isBlank(_ reference: GridReference) -> Bool {
    let place = site.view.place(of: reference)
    return site.view.cell(place.row, place.column)?.isBlank ?? true
  }

  /// The numbers of a row in the columns of a header block.
  private func numbers(_ row: Int, _ band: HeaderBlock) -> [GridView.Cell] {
    let row = site.view.row(row)
    return band.all.compactMap { row?.cell($0.column) }.filter(\.isNumber)
  }

  /// Withdraws the line above `row` if `label` is the end of its label and `cells` are the numbers beside
  /// that; returns whether it is.
  @discardableResult
  private mutating func reportBrokenLabel(
    _ label: GridView.Cell?, _ cells: [GridView.Cell], _ row: Int
  ) -> Bool {
    guard let label, let first = cells.first,
      let broken = matches.first(where: { isBroken($0, label, above: row) })
    else { return false }
    let fields = site.fields(row: broken.label)
    withdraw(fields)
    table.report(
      .shiftedRow(form.rows[broken.label].label, place: site.name(first)),
      site.cells(cells, fields))
    return true
  }

  private mutating func reportLine(_ row: Int, _ band: HeaderBlock?, label: GridView.Cell?) {
    guard let band else { return }
    let cells = numbers(row, band)
    guard let first = cells.first, !isColumnNumbers(cells),
      !reportBrokenLabel(label, cells, row)
    else { return }
    let line = site.view.row(row)
    let isGroup =
      label?.label.map { site.matches[$0].group != nil } ?? false
    // A number that belongs to no line while a line has a blank in the same column
    let fields = fieldsInColumns()
    let numbers = line?.cells.filter { $0.isNumber && fields[$0.column] != nil } ?? []
    let doubtful = numbers.flatMap { cell in
      fields[cell.column].flatMap { $0.hasBlank ? $0.fields : nil } ?? []
    }
    if isGroup, doubtful.isEmpty, let label, isForeign(row, band) {
      reportStray(cells, first, label, band)
    } else if label == nil || isGroup, !doubtful.isEmpty {
      let all = Set(doubtful).union(blankLines())
      reportShiftedTable(first, form.fields.filter(all.contains))
    } else {
      unused.tell(first, count: cells.count, &table) { [site = self.site] place in
        if let text = label.map(site.line) {
          return (.unusedLine(text, count: cells.count), site.cells(cells, []))
        }
        let beside = Set(cells.flatMap { fields[$0.column]?.fields ?? [] })
        return (
          .unlabelledLine(place: place, count: cells.count),
          site.cells(cells, site.table.fields.filter(beside.contains))
        )
      }
    }
  }

  /// The fields of lines that are entirely blank.
  private func blankLines() -> [FieldName] {
    matches.map { site.fields(row: $0.label) }.filter { fields in
      fields.allSatisfy { table.cells[$0].map(isBlank) ?? false }
    }.flatMap { $0 }
  }

  /// Whether `label` is the end of the label of `match`, which was broken over several rows: its values may
  /// be in any of them.
  private func isBroken(_ match: LineMatch, _ label: GridView.Cell, above row: Int) -> Bool {
    guard !match.isExact, self.row(match) == row - 1,
      let text = site.view.text(match.cell), let end = site.view.text(label)
    else { return false }
    let whole = LabelText(text + end)
    return site.matches.axes.rows.labels[match.label].owns.contains { own in
      own.core.count >= whole.core.count && own.core.suffix(whole.core.count) == whole.core[...]
    }
  }

  /// Whether the lines that follow are under another header block, so that the numbers in a group's row under
  /// this one are not their sums.
  private func isForeign(_ row: Int, _ band: HeaderBlock) -> Bool {
    let next = matches.filter { self.row($0) > row }.min { self.row($0) < self.row($1) }
    return next.map { lines[$0.line].band?.rows != band.rows } ?? false
  }

  /// Reports numbers in the title of the next block: they may belong to the lines above, moved down.
  private mutating func reportStray(
    _ cells: [GridView.Cell], _ first: GridView.Cell, _ title: GridView.Cell, _ band: HeaderBlock
  ) {
    let columns = Set(cells.map(\.column))
    let fields = matches.filter { lines[$0.line].band?.rows == band.rows }
      .flatMap { site.fields(row: $0.label) }.filter { field in
        table.cells[field].map { columns.contains(site.view.place(of: $0).column) } ?? false
      }
    withdraw(fields)
    let issue = { [site = self.site] (place: String) -> (LocatingIssue.Kind, [FindingCell]) in
      (.numberInTitle(site.line(title), place: place), site.cells(cells, fields))
    }
    if fields.isEmpty {
      unused.tell(first, count: cells.count, &table, issue)
    } else {
      let (kind, cells) = issue(site.name(first))
      table.report(kind, cells)
    }
  }

  private mutating func reportShiftedTable(_ cell: GridView.Cell, _ fields: [FieldName]) {
    withdraw(fields)
    table.report(.shiftedTable(place: site.name(cell)), site.cells([cell], fields))
  }

  /// The fields with their values in one column of the grid.
  struct ColumnFields {
    /// The fields, in the form's order.
    var fields: [FieldName] = []
    /// Whether one of them is blank.
    var hasBlank = false
  }

  private mutating func fieldsInColumns() -> [Int: ColumnFields] {
    if let columnFields { return columnFields }
    var found: [Int: ColumnFields] = [:]
    for field in form.fields {
      guard let reference = table.cells[field] else { continue }
      let column = site.view.place(of: reference).column
      found[column, default: ColumnFields()].fields.append(field)
      if isBlank(reference) { found[column]?.hasBlank = true }
    }
    columnFields = found
    return found
  }

  /// Whether the numbers only count the columns, from at most 3 on.
  private func isColumnNumbers(_ cells: [GridView.Cell]) -> Bool {
    guard cells.count >= 2, let first = site.whole(cells[0]), 0...3 ~= first
    else { return false }
    return cells.enumerated().allSatisfy { place, cell in
      site.whole(cell) == first + place
    }
  }
}
