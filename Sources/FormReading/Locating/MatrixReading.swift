import Diagnostics
import Documents
import ReportModel

/// Combines the matched lines and columns of a table into fields, and reports what does not fit.
struct MatrixReading {
  let body: MatrixBody
  let lines: [MatrixBody.Line]
  let matches: [LineMatch]
  /// The header blocks of the lines, from the top, each once.
  let bands: [HeaderBlock]
  /// The header blocks beside them.
  let competing: [HeaderBlock]
  var table: TableCandidate
  /// The last header of each column of the form.
  private var headings: [GridView.Cell?]
  /// The positions of each matched line's values, by the line's index.
  var slots: [Int: ValueSlots] = [:]
  /// A cache of the blank fields beside columns of the form.
  var blanksBeside: [Int: [FieldName]] = [:]
  /// A cache of the headers that resemble columns of the form but mean something else.
  var otherHeads: [Int: LocatingIssue.OtherLabel?] = [:]
  /// The fields with their values in each column of the grid; nil after a change.
  var columnFields: [Int: ColumnFields]?
  /// The lines and columns of numbers in no field.
  var unused: UnusedLines
  /// Lines whose numbers are reported elsewhere.
  var settled: Set<Int> = []

  var site: TableContext { body.site }
  var form: FormTable { body.site.table }

  init(body: MatrixBody, lines: [MatrixBody.Line], matches: [LineMatch]) {
    self.body = body
    self.lines = lines
    self.matches = matches
    bands = Self.once(lines.lazy.compactMap(\.band))
    competing = Self.once(lines.lazy.flatMap(\.competing))
    let top = min(body.rows.lowerBound, bands.map(\.rows.lowerBound).min() ?? body.rows.lowerBound)
    let right = bands.map(\.high).max() ?? body.labels.upperBound
    let view = body.site.view
    unused = UnusedLines(body.site)
    headings = Array(repeating: nil, count: body.site.table.columns.count)
    table = TableCandidate(
      table: body.site.table, grid: view.grid,
      layout: view.isTransposed ? .transposedMatrix : .matrix,
      region: GridRange(
        view.reference(top, body.labels.lowerBound), view.reference(body.rows.upperBound, right)),
      labelArea: GridRange(
        view.reference(body.rows.lowerBound, body.inner),
        view.reference(body.rows.upperBound, body.labels.upperBound)))
  }

  private static func once(_ bands: some Sequence<HeaderBlock>) -> [HeaderBlock] {
    var seen: Set<GridReference> = []
    return bands.filter {
      seen.insert(GridReference(row: $0.rows.lowerBound, column: $0.low)).inserted
    }
  }

  /// The table with its fields and findings.
  mutating func candidate() -> TableCandidate {
    for match in matches {
      if let band = lines[match.line].band {
        slots[match.line] = ValueSlots(
          site.view, row: row(match), band: band, from: body.inner - 1, reach: body.reach)
      }
    }
    if readTwice() { return table }
    table.reserveCapacity()
    for match in matches { read(match) }
    for (column, head) in zip(form.columns, headings) {
      if let head { table.headings[column.id] = site.view.text(head) }
    }
    reportWideHeads()
    readCollapsedGroups()
    reportColumns()
    noteMissingRows()
    reportLeftovers()
    return table
  }

  /// Reports a table that occurs twice with its rows below each other; returns false if there is only one, or
  /// if both are equal.
  private mutating func readTwice() -> Bool {
    let doubled = matches.filter { $0.certainty == .ambiguous && !$0.rivals.isEmpty }
    guard doubled.count >= 2, 2 * doubled.count >= matches.count, let first = doubled.first,
      let rival = first.rivals.first, !doubled.allSatisfy(isRepeated)
    else { return false }
    for match in matches { table.doubtful.formUnion(site.fields(row: match.label)) }
    let cells = [first.cell] + (lines[rival].texts.cells.first.map { [$0] } ?? [])
    table.report(
      .duplicateTable(form.label, places: site.places(cells)), site.cells(cells, form.fields))
    return true
  }

  /// Whether all lines of a label have equal values.
  private func isRepeated(_ match: LineMatch) -> Bool {
    match.rivals.allSatisfy { contents($0) == contents(match.line) }
  }

  /// The grid's row of a matched line.
  func row(_ match: LineMatch) -> Int { lines[match.line].texts.row }

  /// Reads the fields of one matched line.
  private mutating func read(_ match: LineMatch) {
    let fields = site.fields(row: match.label)
    settled.insert(match.line)
    settled.formUnion(match.rivals)
    guard lines[match.line].band != nil else {
      table.doubtful.formUnion(fields)
      for field in fields {
        let index = form.columns.firstIndex(where: { $0.id == field.column })
        reportMissingHead(
          match, field, other: index.flatMap { otherHead($0) },
          cells: [site.findingCell(match.cell), site.findingCell(field)])
      }
      return
    }
    guard reportLabel(match, fields) else {
      table.doubtful.formUnion(fields)
      return
    }
    for (field, index) in zip(fields, site.matches.axes.fieldColumns[match.label]) {
      place(field, index, match)
    }
    // Several numbers under one header may be its neighbours', shifted
    guard slots[match.line]?.holdsSeveral ?? false else { return }
    withdraw(fields)
  }

  /// Reports the issues of a line's label; returns whether its fields may be read.
  private mutating func reportLabel(_ match: LineMatch, _ fields: [FieldName]) -> Bool {
    if match.certainty == .certain, match.isExact { return true }
    let label = site.table.rows[match.label].label
    switch match.certainty {
    case .certain: break
    case .displaced:
      table.report(
        .displacedLabel(label, place: site.name(match.cell)), site.cells([match.cell], fields))
    case .otherGroup(let group):
      let expected = site.table.rows[match.label].path.dropLast().last ?? ""
      table.report(
        .otherGroup(label, place: site.name(match.cell), group: group, expected: expected),
        site.cells([match.cell], fields))
      if lines[match.line].texts.groups.replaced != nil { return false }
    case .ambiguous: return reportAmbiguous(match, label, fields)
    }
    if !match.isExact {
      reportLoose(match.cell, label: label, score: match.score, fields)
    }
    return true
  }

  mutating func reportLoose(
    _ cell: GridView.Cell, label: String, score: Double, _ fields: [FieldName]
  ) {
    let text = site.line(cell)
    table.report(.looseLabel(text, label: label), site.cells([cell], fields))
    table.loose.append(
      LooseLabel(
        sheet: site.source.name, reference: site.name(cell), text: text, label: label, score: score)
    )
  }

  private mutating func reportAmbiguous(
    _ match: LineMatch, _ label: String, _ fields: [FieldName]
  ) -> Bool {
    let rivals = match.rivals.compactMap { index in
      lines[index].texts.candidate(match.label).map { (index, $0.cell) }
    }
    guard !rivals.isEmpty else {
      let labels = lines[match.line].texts.candidates.entries.map {
        site.table.rows[$0.match.label].label
      }
      table.report(
        .uncertainLabel(site.line(match.cell), labels: labels),
        site.cells([match.cell], fields))
      return false
    }
    let all = [match.cell] + rivals.map(\.1)
    let places = site.places(all)
    let isSame = rivals.allSatisfy { contents($0.0) == contents(match.line) }
    let cells = site.cells(all, fields)
    table.report(
      isSame ? .sameDuplicate(label, places: places) : .duplicateLabel(label, places: places), cells
    )
    return isSame
  }

  /// The values of the cells right of a line's label.
  func contents(_ line: Int) -> [GridValue] {
    cellsBehindLabels(lines[line].texts.row).map(site.view.value)
  }

  /// The cells of a row right of the labels, up to the last column that may hold values.
  func cellsBehindLabels(_ row: Int) -> ArraySlice<GridView.Cell> {
    let first = body.labels.upperBound + 1
    guard first <= body.reach else { return [] }
    return site.view.row(row)?.cells(in: first...body.reach) ?? []
  }

  /// Finds the cell of one field.
  private mutating func place(_ field: FieldName, _ index: Int, _ match: LineMatch) {
    guard let band = lines[match.line].band, let slots = slots[match.line] else { return }
    let row = row(match)
    guard let slot = slots[index], let head = band.column(index) else {
      takeHeadless(field, match)
      return
    }
    headings[index] = head.cell
    switch slot {
    case .place(let column):
      put(field, row, column, score: min(match.score, head.score))
      if slots.isByOrder {
        let label = site.table.rows[match.label].label
        table.report(
          .movedNumber(label, place: site.name(row, column)), site.cells([match.cell], [field]))
      }
    case .several(let cells):
      table.doubtful.insert(field)
      table.report(
        .severalInHead(site.table.columns[index].label, places: site.places(cells)),
        site.cells(cells, site.fields(row: match.label)))
    case .merged(let area): readMerged(field, match, area)
    }
  }

  mutating func put(_ field: FieldName, _ row: Int, _ column: Int, score: Double) {
    table.cells[field] = site.view.reference(row, column)
    table.scores[field] = score
  }

  /// Reads the value of a merged area if the area contains no other field.
  private mutating func readMerged(_ field: FieldName, _ match: LineMatch, _ area: GridRange) {
    let others = matches.filter {
      $0.line != match.line && area.topLeft.row...area.bottomRight.row ~= row($0)
    }
    let columns = lines[match.line].band?.all.filter {
      area.topLeft.column...area.bottomRight.column ~= $0.column
    }
    let content = site.view.cell(area.topLeft.row, area.topLeft.column)
    if others.isEmpty, columns?.count ?? 0 < 2 || content == nil {
      put(field, area.topLeft.row, area.topLeft.column, score: match.score)
      return
    }
    table.doubtful.insert(field)
    let place =
      "\(site.name(area.topLeft.row, area.topLeft.column)):\(site.name(area.bottomRight.row, area.bottomRight.column))"
    table.report(.mergedFields(place: place), site.cells(content.map { [$0] } ?? [], [field]))
  }

  /// Reads the only number of a row that has one field and no header above it.
  private mutating func takeHeadless(_ field: FieldName, _ match: LineMatch) {
    let fields = site.fields(row: match.label)
    let numbers = cellsBehindLabels(row(match)).filter(\.isNumber)
    let cells = site.cells([match.cell], [field])
    guard fields.count == 1, numbers.count == 1, form.columns.count > 1 else {
      table.doubtful.insert(field)
      if isHeadSomewhere(field) { reportMissingHead(match, field, cells: cells) }
      return
    }
    if let index = form.columns.firstIndex(where: { $0.id == field.column }),
      let other = otherHead(index, above: numbers[0])
    {
      table.doubtful.insert(field)
      reportMissingHead(match, field, other: other, cells: cells)
      return
    }
    put(field, row(match), numbers[0].column, score: match.score / 2)
    slots[match.line] = nil
    table.report(
      .headless(row: site.table.rows[match.label].label, column: label(ofColumn: field.column)),
      cells)
  }

  /// Withdraws the values of `fields`.
  mutating func withdraw(_ fields: [FieldName]) {
    guard !fields.isEmpty else { return }
    for field in fields { table.cells[field] = nil }
    table.doubtful.formUnion(fields)
    columnFields = nil
  }

  private mutating func reportMissingHead(
    _ match: LineMatch, _ field: FieldName, other: LocatingIssue.OtherLabel? = nil,
    cells: [FindingCell]
  ) {
    table.report(
      .missingHead(
        row: site.table.rows[match.label].label, column: label(ofColumn: field.column), other: other
      ), cells)
  }

  /// Whether another line of the table has the field's column in its header block.
  private func isHeadSomewhere(_ field: FieldName) -> Bool {
    guard let index = site.matches.axes.columnIndices[field.column] else { return false }
    return bands.contains { $0.column(index) != nil }
  }

  func label(ofColumn id: String) -> String { site.table.column(id)?.label ?? id }
}

extension String {
  /// The text without line breaks, for messages; a long text is truncated.
  var oneLine: String {
    let text = trimmed.excerpt
    guard text.contains(where: { $0.isNewline || $0 == "\t" }) else { return text }
    return String(text.split { $0.isNewline || $0 == "\t" }.joined(separator: " "))
  }
}
