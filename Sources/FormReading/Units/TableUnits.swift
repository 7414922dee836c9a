import Documents
import ReportModel
import Vocabulary

/// The units that a table and its surroundings state: in labels, in cells beside values, in notes above and
/// below.
final class TableUnits {
  private let index: DocumentIndex
  private let parts: [Part]
  private let table: LocatedTable
  private lazy var fields = table.places
  private var document: GridDocument { index.document }

  /// How many rows above a table may contain a note about it: the table's heading, the title of its first
  /// block and a blank row may be between.
  private static let rowsAbove = 6
  /// How many rows below a table may contain a note about it.
  private static let rowsBelow = 3
  /// How many blank cells may be between a value and its unit.
  private static let mostBlanks = 4
  /// The most rows of a block's header.
  private static let headRows = 16

  /// A text in the lines of a table that states a unit.
  private struct Mention {
    /// Its cells, as the table is laid out.
    let area: GridRange
    let text: String
    /// The units that a label with this text states.
    let units: [NumberUnit]
    /// Whether the text is only a unit.
    let isAlone: Bool
    /// Whether the text contains 单位.
    let isNote: Bool
  }

  /// A part of the table with the texts that state units in it.
  private final class Part {
    let grid: Int
    let region: GridRange
    let isTransposed: Bool
    var mentions: [Mention] = []
    var notes: [StatedUnit] = []
    /// Whether a mention is only a unit.
    var hasAlone = false
    /// The lines of the table's fields, by row.
    private(set) var lines: [Int: Line] = [:]
    /// The mentions beside the fields of each line, and those that end in each row, as indices.
    var beside: [Int: [Int]] = [:]
    var ending: [Int: [Int]] = [:]

    init(_ candidate: TableCandidate) {
      grid = candidate.grid
      region = candidate.region
      isTransposed = candidate.layout.isTransposed
    }

    /// Adds a text in the lines of the table, which fills `area` of the grid; `lines` determines these lines.
    func add(_ text: String, _ area: GridRange, lines makeLines: () -> [Int: Line]) {
      guard !ValueReader.isValueLike(text) else { return }
      let units = UnitStatement.units(inLabel: text)
      guard !units.isEmpty else { return }
      if mentions.isEmpty { lines = makeLines() }
      let isAlone = UnitStatement.unit(alone: text) != nil
      let area = laidOut(area)
      for row in area.topLeft.row...area.bottomRight.row where lines[row] != nil {
        beside[row, default: []].append(mentions.count)
      }
      ending[area.bottomRight.row, default: []].append(mentions.count)
      hasAlone = hasAlone || isAlone
      mentions.append(
        Mention(
          area: area, text: text, units: units, isAlone: isAlone, isNote: text.contains("单位")))
    }

    /// The mentions that may be about a field in `row` below the header in the rows `head`.
    func mentions(for row: Int, under head: ClosedRange<Int>?) -> [Mention] {
      let heads = head.map { $0.flatMap { ending[$0] ?? [] } } ?? []
      let beside = beside[row] ?? []
      let all = heads.isEmpty ? beside : beside.isEmpty ? heads : Array(Set(heads + beside))
      return all.sorted().map { mentions[$0] }
    }

    /// Adds a text above or below the table, if it is a note about units.
    func addNote(_ text: String) {
      notes += UnitStatement.units(inNote: text).map { StatedUnit(unit: $0, text: text) }
    }

    /// A reference in the grid as the table is laid out, and the reverse: rows and columns may be exchanged.
    func laidOut(_ reference: GridReference) -> GridReference {
      isTransposed ? GridReference(row: reference.column, column: reference.row) : reference
    }

    func laidOut(_ range: GridRange) -> GridRange {
      GridRange(laidOut(range.topLeft), laidOut(range.bottomRight))
    }
  }

  /// The fields of a line, as the table is laid out.
  private struct Line {
    /// The rows of its header: those between the line's block and the one above.
    let head: ClosedRange<Int>?
    /// The columns of the fields, ascending.
    let columns: [Int]
    /// For each field, the index of the first field from which on only values and units precede it.
    let firsts: [Int]
  }

  /// Finds the units of `table`.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - regions: The areas of all tables, by grid: their texts are not notes.
  ///   - index: The document.
  /// - Complexity: O(*n*) in the texts of the table and of the rows around it.
  init(_ table: LocatedTable, regions: [Int: [GridRange]], _ index: DocumentIndex) {
    self.index = index
    let document = index.document
    self.table = table
    parts = table.parts.map { candidate in
      let grid = document.grids[candidate.grid]
      let part = Part(candidate)
      let region = candidate.region
      let others = (regions[candidate.grid] ?? []).filter { $0 != region }
      let rows = Self.rows(of: region, others)
      var isBelowNotes = false
      for cell in grid.cells(rows: rows) {
        if cell.reference.row > region.bottomRight.row {
          isBelowNotes = isBelowNotes || !UnitStatement.isNote(ValueReader.text(cell.value))
          guard !isBelowNotes else { break }
        }
        guard case .text(let text) = cell.value, text.utf8.count <= UnitStatement.longest,
          NumberUnit.mayBeNamed(in: text)
        else { continue }
        guard !others.contains(where: { $0.contains(cell.reference) }) else { continue }
        let row = cell.reference.row
        let isInside = region.topLeft.row...region.bottomRight.row ~= row
        // A unit in a row of its own applies to everything below, wherever the area begins
        let isOwnRow =
          UnitStatement.unit(alone: text) != nil && grid.cells(rows: row...row).count == 1
        if isInside, !isOwnRow {
          part.add(text, index.area(at: cell.reference, in: candidate.grid)) { [part] in
            Self.lines(of: part, table.places, grid)
          }
        } else {
          part.addNote(text)
        }
      }
      for text in Self.paragraphs(around: candidate.grid, index) { part.addNote(text) }
      return part
    }
  }

  /// The rows of `region` and those around it that may contain its notes, up to the tables above and below.
  private static func rows(of region: GridRange, _ others: [GridRange]) -> ClosedRange<Int> {
    let (top, bottom) = (region.topLeft.row, region.bottomRight.row)
    let above = others.map(\.bottomRight.row).filter { $0 < top }.max() ?? 0
    let below = others.map(\.topLeft.row).filter { $0 > bottom }.min() ?? Int.max
    return max(above + 1, top - rowsAbove)...min(below - 1, bottom + rowsBelow)
  }

  /// A unit that a note states for `table` but that none of its columns can have; nil if there is none.
  func unfitting(_ table: FormTable) -> StatedUnit? {
    let isOfCounts = table.columns.allSatisfy { column in
      let unit = column.unit.map(NumberUnit.init(ofForm:))
      return column.kind != .amount && unit.map { $0.quantity == .count } ?? true
    }
    guard isOfCounts else { return nil }
    return parts.lazy.flatMap(\.notes).first { note in
      [.money, .foreignMoney, .share].contains(note.unit.quantity)
        && !parts.contains { part in
          part.notes.contains { $0.text == note.text && $0.unit.quantity == .count }
        }
    }
  }

  /// The units that are stated around the field in `cell`.
  ///
  /// - Parameters:
  ///   - cell: The field's cell.
  ///   - kind: What the field's column holds.
  /// - Returns: The units, each with the text that states it.
  func units(of cell: LocatedTable.Cell, _ kind: FormColumn.Kind) -> FieldUnits {
    guard
      let part = parts.first(where: {
        $0.grid == cell.grid && $0.region.contains(cell.reference)
      }) ?? parts.first(where: { $0.grid == cell.grid })
    else { return .none }
    var units = FieldUnits()
    // A counter beside a count has no meaning
    if kind == .amount || part.hasAlone {
      units.adjacent = adjacent(to: cell.place, part)
    }
    guard !part.mentions.isEmpty || !part.notes.isEmpty else { return units }
    let place = part.laidOut(cell.reference)
    // A note may be about other fields of the table: it applies to those that can have its unit
    let quantity: NumberUnit.Quantity = kind == .amount ? .money : .count
    let head = part.lines[place.row]?.head
    for mention in part.mentions(for: place.row, under: head) {
      guard let relation = relation(of: mention, to: place, head, part) else { continue }
      let stated = mention.units.map { StatedUnit(unit: $0, text: mention.text) }
      units.stated +=
        relation == .label ? stated : stated.filter { $0.unit.quantity == quantity }
    }
    units.stated += part.notes.filter { $0.unit.quantity == quantity }
    return units
  }

  // MARK: - Beside the value

  /// The unit in the cell after a value, or in the one before it.
  private func adjacent(to place: LocatedTable.Place, _ part: Part) -> [StatedUnit] {
    let area = index.area(at: place.reference, in: place.grid)
    let before = step(from: area, by: -1, part)
    let behind = firstFilled(behind: area, part)
    let first = before.flatMap { unit(at: $0, in: place.grid) }
    let last = behind.flatMap { unit(at: $0, in: place.grid) }
    guard let first, let before else { return last.map { [$0] } ?? [] }
    guard let last, let behind else {
      // After another value it is that value's
      let neighbour = step(from: GridRange(before), by: -1, part)
      return neighbour.map(isField(in: place.grid)) == true ? [] : [first]
    }
    let isBehind = step(from: GridRange(before), by: -1, part).map(isField(in: place.grid)) ?? false
    let isBefore = step(from: GridRange(behind), by: 1, part).map(isField(in: place.grid)) ?? false
    switch (isBehind, isBefore) {
    case (true, false): return [last]
    case (false, true): return [first]
    default: return [first, last]
    }
  }

  /// The first cell after `area` in its line that is not blank: a merged area that was lost leaves blanks.
  private func firstFilled(behind area: GridRange, _ part: Part) -> GridReference? {
    var area = area
    for _ in 0...Self.mostBlanks {
      guard let next = step(from: area, by: 1, part) else { return nil }
      if document.grids[part.grid][next] != nil || isField(in: part.grid)(next) { return next }
      area = GridRange(next)
    }
    return nil
  }

  private func isField(in grid: Int) -> (GridReference) -> Bool {
    { [fields] in fields.contains(LocatedTable.Place(grid: grid, reference: $0)) }
  }

  /// The cell before or after `area` in its line; nil at the grid's edge.
  private func step(from area: GridRange, by step: Int, _ part: Part) -> GridReference? {
    let corner = step < 0 ? area.topLeft : area.bottomRight
    let place =
      part.isTransposed
      ? GridReference(row: corner.row + step, column: area.topLeft.column)
      : GridReference(row: area.topLeft.row, column: corner.column + step)
    return place.row > 0 && place.column > 0 ? place : nil
  }

  /// The unit that is the only content of the cell at `place`; nil for a power of ten alone in a field.
  private func unit(at place: GridReference, in grid: Int) -> StatedUnit? {
    guard case .text(let text)? = document.grids[grid][place]?.value,
      let unit = UnitStatement.unit(alone: text),
      unit.quantity != .scale || !isField(in: grid)(place)
    else { return nil }
    return StatedUnit(unit: unit, text: text)
  }

  // MARK: - Labels

  /// The relation of a text that states a unit to a field.
  private enum Relation {
    /// The label of its line or of its column.
    case label
    /// A note to its block.
    case note
  }

  /// The relation of `mention` to the field at `place`; nil if it is about others.
  private func relation(
    of mention: Mention, to place: GridReference, _ head: ClosedRange<Int>?, _ part: Part
  ) -> Relation? {
    let isNote = mention.isAlone && mention.isNote
    let rows = mention.area.topLeft.row...mention.area.bottomRight.row
    if rows.contains(place.row) {
      guard !mention.isAlone || isNote, mention.area.bottomRight.column < place.column,
        isLabel(mention, of: place, part)
      else { return nil }
      return isNote ? .note : .label
    }
    guard let head, head.contains(rows.upperBound) else { return nil }
    let area = part.laidOut(index.area(at: part.laidOut(place), in: part.grid))
    let columns = mention.area.topLeft.column...mention.area.bottomRight.column
    if !isNote, columns.overlaps(area.topLeft.column...area.bottomRight.column) { return .label }
    return isNote || isOnlyText(mention, part) ? .note : nil
  }

  /// Whether only values of the same line and other labels are between a label and a field.
  private func isLabel(_ mention: Mention, of place: GridReference, _ part: Part) -> Bool {
    guard let line = part.lines[place.row] else { return true }
    let own = line.columns.partitioningIndex(where: { $0 >= place.column })
    let first = line.columns.partitioningIndex(where: { $0 >= mention.area.bottomRight.column })
    // label, values …, field: after the first value, no further label may follow
    return own == line.columns.endIndex || first >= line.firsts[own]
  }

  /// The lines of `fields` in the grid of `part`, by row as the table is laid out.
  private static func lines(
    of part: Part, _ fields: Set<LocatedTable.Place>, _ grid: Grid
  ) -> [Int: Line] {
    var columns: [Int: [Int]] = [:]
    for field in fields where field.grid == part.grid {
      let place = part.laidOut(field.reference)
      columns[place.row, default: []].append(place.column)
    }
    let top = part.laidOut(part.region).topLeft.row
    var lines: [Int: Line] = [:]
    var (blockTop, lastAbove, previous) = (0, top - 1, top - 1)
    for row in columns.keys.sorted() {
      if lines.isEmpty || row != previous + 1 {
        if !lines.isEmpty { lastAbove = previous }
        blockTop = row
      }
      previous = row
      let line = (columns[row] ?? []).sorted()
      let head =
        top < blockTop ? max(lastAbove + 1, blockTop - headRows)...(blockTop - 1) : nil
      lines[row] = Line(head: head, columns: line, firsts: firsts(line, row, part, grid))
    }
    return lines
  }

  private static func firsts(_ columns: [Int], _ row: Int, _ part: Part, _ grid: Grid) -> [Int] {
    columns.indices.reduce(into: []) { firsts, index in
      guard index > 0, let first = firsts.last else { return firsts.append(0) }
      let isFree = ((columns[index - 1] + 1)..<columns[index]).allSatisfy { column in
        let reference = part.laidOut(GridReference(row: row, column: column))
        guard case .text(let text)? = grid[reference]?.value else { return true }
        return ValueReader.isValueLike(text) || UnitStatement.unit(alone: text) != nil
      }
      firsts.append(isFree ? first : index)
    }
  }

  private func isOnlyText(_ mention: Mention, _ part: Part) -> Bool {
    let grid = document.grids[part.grid]
    guard !part.isTransposed else { return false }
    return grid.cells(rows: mention.area.topLeft.row...mention.area.topLeft.row)
      .filter { $0.value != .text("") }.count == 1
  }

  // MARK: - Notes

  /// The paragraphs next to a table of a page or a Word document.
  private static func paragraphs(around grid: Int, _ index: DocumentIndex) -> [String] {
    guard let place = index.block(of: grid) else { return [] }
    let document = index.document
    let before = document.blocks[..<place].reversed().prefix(rowsBelow)
    let behind = document.blocks[(place + 1)...].prefix(rowsBelow)
      .prefix { if case .paragraph(let text) = $0 { UnitStatement.isNote(text) } else { false } }
    return [Array(before), Array(behind)].flatMap { blocks in
      blocks.prefix { if case .paragraph = $0 { true } else { false } }.compactMap { block in
        guard case .paragraph(let text) = block, text.utf8.count <= UnitStatement.longest,
          NumberUnit.mayBeNamed(in: text)
        else { return nil }
        return text
      }
    }
  }
}
