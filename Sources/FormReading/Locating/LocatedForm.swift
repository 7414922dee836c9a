import Diagnostics
import Documents
import ReportModel

/// A form's tables as they were found in a document, one after another.
struct LocatedForm {
  /// The form.
  let definition: FormDefinition
  /// The tables that were found, by id.
  private(set) var tables: [String: LocatedTable] = [:]
  /// The tables that are not located yet.
  private var rest: ArraySlice<TableAxes>

  /// Makes `form` without located tables.
  init(_ form: PreparedForm) {
    definition = form.definition
    rest = form.tables[...]
  }

  /// Locates all tables of `form` in `views`.
  ///
  /// - Throws: `LimitExceeded` of `label-cells`.
  init(_ form: PreparedForm, _ views: DocumentViews) throws(LimitExceeded) {
    self.init(form)
    while !isComplete { try locateNext(in: views) }
  }

  /// Whether all tables are located.
  var isComplete: Bool { rest.isEmpty }

  /// Locates the next table.
  ///
  /// - Throws: `LimitExceeded` of `label-cells`.
  mutating func locateNext(in views: DocumentViews) throws(LimitExceeded) {
    guard let axes = rest.popFirst() else { return }
    try locate(axes, views)
    if isComplete { withdrawBlankLines(views) }
  }

  private mutating func locate(_ axes: TableAxes, _ views: DocumentViews) throws(LimitExceeded) {
    let matches = AxisMatches(axes, views.book)
    guard matches.isPromising || views.hasLines else { return }
    try views.checkCount(of: matches)
    let names = TableNames(axes.fields, views.document)
    // Our own template lays a table out as the form does
    let isUpright = names.isComplete && axes.table.arrangement != .sideBySide
    let sites = views.views.map {
      TableContext(source: views.document.grids[$0.grid], view: $0, matches: matches)
    }
    let candidates = sites.flatMap { site -> [TableCandidate] in
      if isUpright, site.view.isTransposed { return [] }
      if site.source.origin == .lines { return lines(site) }
      return MatrixLocator(site).candidates() + ListLocator(site).candidates()
    }
    let own =
      candidates.count > 1 && definition.tables.count > 1
      ? TableHeadings(definition, views.document).own(candidates, of: axes.table) : candidates
    tables[axes.table.id] = LocatedTable(own, names, views.document) { place in
      let site = sites.first {
        $0.view.grid == place.grid && $0.view.isTransposed == place.layout.isTransposed
      }
      return site?.issues(of: place) ?? place.issues
    }
  }

  /// Withdraws the lines that are blank beside a number.
  private mutating func withdrawBlankLines(_ views: DocumentViews) {
    let blank = BlankLines(views.views, tables.values)
    for axes in definition.orderedTables {
      guard let lines = tables[axes.id].map(blank.lines), !lines.isEmpty else { continue }
      tables[axes.id]?.withdraw(lines, views.document)
    }
  }

  /// Makes the located tables of our own template, if it is unchanged.
  init(_ template: UnchangedTemplate) {
    definition = template.definition
    rest = []
    tables = template.tables.mapValues { LocatedTable(unchanged: $0) }
  }

  /// Whether every field of the located tables was found, without an issue.
  var isWhole: Bool {
    tables.count + rest.count == definition.tables.count && tables.values.allSatisfy(\.isWhole)
  }

  /// The most that ``score`` can be when all tables are located.
  var mostScore: Double { score + Double(rest.count) / Double(max(1, definition.tables.count)) }

  /// How much of the form was found, in fields; it ranks editions with equal scores.
  ///
  /// The sum is in the form's order, so that it is the same in every run.
  var weight: Double {
    definition.tables.reduce(0) { sum, table in
      sum + (tables[table.id]?.parts.reduce(0) { $0 + $1.weight } ?? 0)
    }
  }

  private func lines(_ site: TableContext) -> [TableCandidate] {
    guard !site.view.isTransposed else { return [] }
    let rows = LineRegions(site.source, definition).rows(of: site.table.id)
    let locator = LineLocator(site, rows: rows, relations: definition.relations)
    return locator.candidate().map { [$0] } ?? []
  }

  /// The mean over the tables of the share of fields that were found.
  var score: Double {
    guard !definition.tables.isEmpty else { return 0 }
    let sum = definition.tables.reduce(0) { $0 + (tables[$1.id]?.score ?? 0) }
    return sum / Double(definition.tables.count)
  }
}
