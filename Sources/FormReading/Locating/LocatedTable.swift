import Documents
import ReportModel

/// A table of a form as it was found in a document: in one area, in consecutive parts, or in several areas of
/// which none is certain.
struct LocatedTable {
  /// The form's table.
  let table: FormTable
  /// The areas that it was read from, the fullest first.
  private(set) var parts: [TableCandidate]
  /// The cell of each field.
  private(set) var cells: [FieldName: Cell] = [:]
  /// The fields that are blank because the layout has no cell for them.
  private(set) var blanks: Set<FieldName> = []
  /// The issues of locating it.
  private(set) var issues: [LocatingIssue] = []
  /// Whether the defined names of our own template confirm the area.
  private(set) var isNamed = false

  /// A position in the document.
  struct Place: Hashable {
    let grid: Int
    let reference: GridReference
  }

  /// A cell of the document.
  struct Cell: Hashable {
    let grid: Int
    let reference: GridReference
    let heading: String?

    /// Its position.
    var place: Place { Place(grid: grid, reference: reference) }
  }

  /// Chooses among `candidates`; nil if none of them contains enough of the table.
  ///
  /// - Parameters:
  ///   - candidates: The areas that contain the table or parts of it.
  ///   - names: The defined names of our own template.
  ///   - document: The document.
  ///   - issues: The issues of locating an area.
  init?(
    _ candidates: [TableCandidate], _ names: TableNames, _ document: GridDocument,
    issues: (TableCandidate) -> [LocatingIssue]
  ) {
    var sorted = candidates.filter { !$0.isEmpty }
    if sorted.count > 1 {
      sorted = sorted.map { (candidate: $0, weight: $0.weight) }.sorted { $0.weight > $1.weight }
        .map(\.candidate)
    }
    if let named = sorted.firstIndex(where: names.confirms) {
      isNamed = true
      sorted.insert(sorted.remove(at: named), at: 0)
    }
    guard let best = sorted.first,
      best.weight >= min(1, Self.leastShare * Double(best.table.fields.count))
    else {
      return nil
    }
    table = best.table
    parts = [best]
    var rivals: [TableCandidate] = []
    var found = sorted.count > 1 ? best.found : []
    // Readings of one area are in one grid
    var taken = [best.grid: [best]]
    for candidate in sorted.dropFirst() {
      let rest = (taken[candidate.grid] ?? []).filter { $0.overlaps(candidate, document) }
      guard rest.allSatisfy({ $0.isBeside(labelsOf: candidate) }) else { continue }
      let shared = candidate.found.intersection(found)
      if shared.isEmpty {
        guard rest.isEmpty else { continue }
        parts.append(candidate)
        found.formUnion(candidate.found)
      } else if 2 * shared.count >= candidate.foundCount,
        4 * candidate.foundCount >= best.foundCount
      {
        rivals.append(candidate)
      } else {
        continue
      }
      taken[candidate.grid, default: []].append(candidate)
    }
    combine(issues)
    guard
      4 * parts.reduce(0, { $0 + $1.foundCount }) >= table.fields.count
        || parts.contains(where: { $0.isFilled(document, share: 0) })
    else { return nil }
    if !rivals.isEmpty { choose(rivals, document) }
    if !names.cells.isEmpty { compare(with: names, document) }
  }

  /// Makes the table of `part`, which the defined names and the labels of our own template confirm.
  init(unchanged part: TableCandidate) {
    table = part.table
    parts = [part]
    isNamed = true
    combine()
  }

  /// The cells of its fields.
  var places: Set<Place> { Set(cells.values.lazy.map(\.place)) }

  /// The least share of a table's fields that a place must have, in a table of up to three fields; one field
  /// is enough in a larger one.
  private static let leastShare = 0.3

  /// Whether every field was found, without an issue.
  var isWhole: Bool { issues.isEmpty && cells.count + blanks.count == table.fields.count }

  /// Withdraws lines that are blank beside a number, and reports them: all at once if nothing of the table is
  /// left.
  mutating func withdraw(_ lines: [BlankLines.Line], _ document: GridDocument) {
    for field in lines.flatMap(\.fields) { cells[field] = nil }
    let isWholeTable = cells.isEmpty && lines.count > 1
    for (index, line) in lines.enumerated() where index == 0 || !isWholeTable {
      let fields = isWholeTable ? lines.flatMap(\.fields) : line.fields
      let grid = document.grids[line.grid]
      let number = line.number.reference
      let place = grid.name(of: number)
      let places = [
        FindingCell(
          sheet: grid.name, reference: place,
          value: .text((grid[number].map { ValueReader.text($0.value) } ?? "").trimmed))
      ]
      let all = places + fields.map { FindingCell(field: $0.description) }
      let label = table.rows.first { $0.id == line.fields.first?.row }?.label ?? table.label
      report(isWholeTable ? .shiftedTable(place: place) : .shiftedRow(label, place: place), all)
    }
  }

  /// The share of the table's fields that were found, weighted by the similarity of their labels.
  var score: Double { min(1, parts.reduce(0) { $0 + $1.score }) }

  private mutating func report(_ kind: LocatingIssue.Kind, _ cells: [FindingCell]) {
    issues.append(LocatingIssue(kind: kind, cells: cells))
  }

  private mutating func combine(_ issuesOf: (TableCandidate) -> [LocatingIssue] = \.issues) {
    var known: Set<LocatingIssue> = []
    cells.reserveCapacity(parts[0].cells.count)
    for part in parts {
      for (field, reference) in part.cells {
        cells[field] = Cell(
          grid: part.grid, reference: reference, heading: part.headings[field.column])
      }
      blanks.formUnion(part.blanks)
      issues += issuesOf(part).filter { known.insert($0).inserted }
    }
    guard parts.count > 1 else { return }
    // Another part may have what one part lacks
    let found = parts.reduce(into: Set<String>()) { $0.formUnion($1.found.map(\.description)) }
    issues.removeAll { issue in
      switch issue.kind {
      case .missingRow, .missingColumn, .missingHead: issue.fields.allSatisfy(found.contains)
      default: false
      }
    }
  }

  /// Reports other areas that contain the table as well; they count as one if all their values are equal.
  private mutating func choose(_ rivals: [TableCandidate], _ document: GridDocument) {
    let isSame = rivals.allSatisfy { rival in
      2 * rival.cells.count >= rival.foundCount
        && rival.cells.allSatisfy { field, reference in
          guard let cell = cells[field] else { return true }
          return document.grids[cell.grid][cell.reference]?.value
            == document.grids[rival.grid][reference]?.value
        }
    }
    let places = [parts[0]] + rivals
    let name = { (part: TableCandidate) in part.place(in: document) }
    let fields = table.fields.map { FindingCell(field: $0.description) }
    guard !isNamed else {
      report(
        .namedTable(table.label, place: name(parts[0]), others: Places(rivals, name: name)), [])
      return
    }
    guard !isSame else {
      report(.sameTable(table.label, places: Places(places, name: name)), fields)
      return
    }
    cells = [:]
    blanks = []
    issues = []
    report(.duplicateTable(table.label, places: Places(places, name: name)), fields)
  }

  /// Reads fields without a label by the template's names, and reports where labels and names disagree.
  private mutating func compare(with names: TableNames, _ document: GridDocument) {
    let doubtful = Set(issues.filter(\.isDoubt).flatMap(\.fields))
    var conflicts: [FieldName] = []
    var unlabelled: [FieldName] = []
    for field in table.fields {
      guard let named = names.cells[field] else { continue }
      if let cell = cells[field] {
        let isSame = cell.grid == named.grid && cell.reference == named.reference
        if !isSame, names.isComplete { conflicts.append(field) }
      } else if names.isComplete, !doubtful.contains(field.description), !blanks.contains(field),
        !cells.values.contains(where: { $0.grid == named.grid && $0.reference == named.reference })
      {
        unlabelled.append(field)
      }
    }
    reportConflicts(conflicts, names, document)
    take(unlabelled, names)
  }

  private mutating func reportConflicts(
    _ conflicts: [FieldName], _ names: TableNames, _ document: GridDocument
  ) {
    for field in conflicts {
      guard let cell = cells.removeValue(forKey: field), let named = names.cells[field] else {
        continue
      }
      let place = { (grid: Int, reference: GridReference) in
        "\(document.grids[grid].name)!\(document.grids[grid].name(of: reference))"
      }
      report(
        .nameConflict(
          field: field.description, label: place(cell.grid, cell.reference),
          name: place(named.grid, named.reference)), [FindingCell(field: field.description)])
    }
  }

  private mutating func take(_ fields: [FieldName], _ names: TableNames) {
    guard !fields.isEmpty else { return }
    for field in fields {
      guard let named = names.cells[field] else { continue }
      cells[field] = Cell(grid: named.grid, reference: named.reference, heading: nil)
    }
    let taken = Set(fields.map(\.description))
    issues.removeAll { issue in
      issue.saysMissing && !issue.namesOtherLabel && issue.fields.allSatisfy(taken.contains)
    }
    report(
      .byName(table.label, count: fields.count), fields.map { FindingCell(field: $0.description) })
  }
}
