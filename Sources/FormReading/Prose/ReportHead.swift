#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import ReportModel

/// The title, agency, year and contact of a report.
struct ReportHead {
  /// The title; empty if none was found.
  private(set) var title = ""
  /// The answers to the template's questions about the agency, by id.
  private(set) var contact: [String: String] = [:]
  /// All statements of the report's agency and year.
  private(set) var identity = ReportIdentity()

  private let document: GridDocument
  private let labels: ProseLabels
  /// Whether the names of our own template define a title or an agency, even a blank one.
  private var hasNames = false
  /// The cells that contain data about the report.
  private var taken: Set<TextLine.Place> = []

  init(_ document: GridDocument, _ labels: ProseLabels) {
    self.document = document
    self.labels = labels
  }

  /// The agency; empty if it is not stated.
  var agency: String { identity.agencyStatement?.agency ?? "" }

  /// The year reported on.
  var year: Int? { identity.yearStatement?.year }

  private mutating func state(
    _ evidence: IdentityStatement.Evidence, agency: String? = nil, years: [Int] = [],
    _ text: String, at place: TextLine.Place?
  ) {
    guard agency != nil || !years.isEmpty else { return }
    let grid = place.map { document.grids[$0.grid] }
    identity.statements.append(
      IdentityStatement(
        evidence: evidence, agency: agency, years: years, text: text, sheet: grid?.name,
        reference: place.flatMap { place in grid?.name(of: place.reference) }))
  }

  // MARK: By the names of our own template

  /// Reads the named cells.
  mutating func readNames() {
    let cell = { [document] (name: String) -> (text: String, place: TextLine.Place)? in
      guard let named = document.names[name], document.grids.indices.contains(named.grid) else {
        return nil
      }
      let text = document.grids[named.grid][named.reference].map { ValueReader.text($0.value) }
      return (text ?? "", TextLine.Place(grid: named.grid, reference: named.reference))
    }
    for named in document.names where document.grids.indices.contains(named.value.grid) {
      taken.insert(TextLine.Place(grid: named.value.grid, reference: named.value.reference))
    }
    let agency = cell("report.agency")
    let named = cell("report.title")
    hasNames = agency != nil || named != nil
    if let agency, !agency.text.isEmpty {
      state(.template, agency: agency.text, agency.text, at: agency.place)
    }
    if let year = cell("report.year"), let value = Self.year(year.text) {
      state(.template, years: [value], year.text, at: year.place)
    }
    if let named {
      title = named.text
      if let read = labels.titles.title(named.text) {
        state(.title, agency: read.agency, years: read.years, named.text.oneLine, at: named.place)
      }
    }
    for entry in labels.form.contact {
      if let value = cell("contact.\(entry.id)")?.text, !value.isEmpty { contact[entry.id] = value }
    }
  }

  /// Whether agency, year or contact were read from the cell of `line`, or a name refers to it.
  func isTaken(_ line: TextLine) -> Bool { line.place.map(taken.contains) ?? false }

  // MARK: By its words

  /// Whether `line` is a title of the form with an agency or a year; the first one is read.
  ///
  /// A title may be broken after the agency or within its words; `above` is the line before.
  mutating func takeTitle(_ line: TextLine, above: TextLine?) -> Bool {
    guard let label = line.label, !isTaken(line) else { return false }
    let titles = labels.titles
    let shown = DirectionalText(line.text)?.shown ?? line.text
    if titles.isPossible(label.whole), let read = titles.title(shown) {
      take(read, line, above: read.agency == nil ? above : nil)
      return true
    }
    guard title.isEmpty, let above, let front = above.label, above.text.count <= 40,
      titles.isPossible(front.whole + label.whole), !titles.holdsTitle(front.core),
      !titles.holdsTitle(label.core), let read = titles.title(above.text + line.text)
    else { return false }
    take(read, line, above: nil)
    return true
  }

  private mutating func take(_ read: TitleReader.Title, _ line: TextLine, above: TextLine?) {
    var (text, agency) = (read.text, read.agency)
    if let above, above.text.count <= 40 {
      let name = FoldedText(above.text)
      if AgencyName.isWhole(name) {
        agency = name.text(0..<name.count)
        text = above.text.oneLine + text
      }
    }
    // Titles that a page lists after a report are those of other reports.
    guard title.isEmpty || line.place != nil || !hasProse else { return }
    state(.title, agency: agency, years: read.years, text, at: line.place)
    if title.isEmpty, !hasNames { title = text }
  }

  /// Whether a section after the first one has begun.
  var hasProse = false

  /// Reads agency and year in the prose before the report, or in its first section.
  mutating func takeProse(_ line: TextLine, isPreface: Bool) {
    guard line.text.utf8.count >= Self.shortest else { return }
    let text = FoldedText(line.text)
    let phrases = ReportPhrase.phrases(in: text, names: labels.titles.names).filter(\.isAnnounced)
    for sentence in PrefaceSentence.sentences(of: text) {
      if let year = sentence.periodYear {
        state(.period, years: [year], sentence.written, at: line.place)
      }
      if isPreface || sentence.holds(Self.formal) {
        for phrase in phrases where sentence.contains(phrase.range.lowerBound) {
          state(
            .announcement, agency: phrase.agency.map(text.text), years: phrase.years,
            sentence.written, at: line.place)
        }
      }
      if let author = sentence.author {
        state(.author, agency: author, sentence.written, at: line.place)
      }
    }
    prose.append((line, text))
  }

  /// Reads a name with a date below it.
  mutating func takeSignature(_ line: TextLine, above: TextLine) {
    guard line.text.utf8.count <= Self.longestDate, above.text.count <= 40, Self.isDate(line.text)
    else { return }
    let name = FoldedText(above.text)
    guard AgencyName.isWhole(name) else { return }
    let agency = name.text(0..<name.count)
    state(.signature, agency: agency, above.text, at: above.place)
  }

  /// Reads the year in a heading of the form.
  mutating func takeHeading(_ line: TextLine) { takeHeading(line.text, at: line.place) }

  private mutating func takeHeading(_ line: String, at place: TextLine.Place?) {
    guard let token = YearToken.only(inHeading: line) else { return }
    state(.heading, years: token.years, line, at: place)
  }

  /// Reads the years in the area of a table that are in rows of their own, as in headings, or in brackets
  /// after a label.
  mutating func takeHeadings(in table: TableCandidate) {
    let grid = document.grids[table.grid]
    let rows = table.region.topLeft.row...table.region.bottomRight.row
    var last: GridCell?
    var isAlone = false
    func take(_ cell: GridCell?) {
      guard case .text(let text)? = cell?.value, let cell, text.utf8.count <= 120,
        isAlone || YearToken.endsInBrackets(text)
      else { return }
      takeHeading(text, at: TextLine.Place(grid: table.grid, reference: cell.reference))
    }
    for cell in grid.cells(rows: rows) {
      if cell.reference.row == last?.reference.row { isAlone = false }
      take(last)
      if cell.reference.row != last?.reference.row { isAlone = true }
      last = cell
    }
    take(last)
  }

  /// Reads a line that contains only a year, such as `（2020年度）` or `统计年度：2020`.
  mutating func takeYear(_ line: TextLine) {
    guard let token = YearToken.alone(in: line.text) else { return }
    state(.heading, years: token.years, line.text, at: line.place)
  }

  /// Reads the years in the names of `sheets`, which contain the form's tables.
  mutating func takeSheets(_ sheets: [Int]) {
    for index in sheets where document.grids[index].origin == .sheet {
      let name = FoldedText(document.grids[index].name)
      let tokens = YearToken.tokens(in: name, 0..<name.count)
      guard tokens.count == 1, let token = tokens.first,
        token.range.count > 4 || token.range.lowerBound == 0
          || token.range.upperBound == name.count,
        !name.hasOne(of: Self.editions, at: token.range.upperBound)
      else { continue }
      identity.statements.append(
        IdentityStatement(
          evidence: .sheet, years: token.years, text: document.grids[index].name,
          sheet: document.grids[index].name))
    }
  }

  /// The first sentences, which are read only without better evidence.
  private var prose: [(line: TextLine, text: FoldedText)] = []
  private static let formal = [[UInt16]](words: "条例 现公布 现发布 现将 特向 特此 本报告")
  private static let editions = [[UInt16]](words: "版 号 式 样")
  /// The fewest UTF-8 bytes of a line about agency or year.
  private static let shortest = 24
  /// The most UTF-8 bytes of a line that is a date.
  private static let longestDate = 40

  private static func isDate(_ text: String) -> Bool {
    let text = FoldedText(text)
    let units = text.units.filter { $0 != 0x28 && $0 != 0x29 }
    return units.count >= 8 && units.last == 0x65E5 && units.contains(0x5E74)
      && units.contains(0x6708)
      && units.allSatisfy {
        FoldedText.isDigit($0) || ChineseNumerals.characters.contains($0)
          || [0x5E74, 0x6708, 0x65E5].contains($0)
      }
  }

  /// Reads the first sentences, if agency or year is not stated otherwise.
  mutating func readOpening() {
    let isComplete = year != nil && !agency.isEmpty
    guard !isComplete else { return }
    let opening = Opening(prose.map { ($0.line, $0.text) })
    if year == nil, let found = opening.year {
      state(.opening, years: [found.year], found.text, at: found.line.place)
    }
    if agency.isEmpty, let found = opening.agency {
      state(.opening, agency: found.agency, found.text, at: found.line.place)
    }
  }

  /// The year in a text of four digits, Arabic, full-width or Chinese.
  static func year(_ text: String) -> Int? {
    let text = FoldedText(text)
    let tokens = YearToken.tokens(in: text, 0..<text.count)
    guard let token = tokens.first, token.range == 0..<text.count, token.years.count == 1 else {
      return nil
    }
    return token.years.first
  }

  // MARK: By labels, as in 基本信息

  /// Reads the values beside the labels of 基本信息, on any sheet.
  mutating func readLabels() {
    guard !hasNames else { return }
    for case .paragraph(let text) in document.blocks where text.utf8.count <= 120 {
      let naming = labels.naming(text)
      for particular in naming.particulars where !naming.value.isEmpty {
        if case .contact = particular { continue }
        take(naming.value, as: particular, text, nil)
      }
    }
    for (index, grid) in document.grids.enumerated() where grid.count <= 2000 {
      for cell in grid.cells {
        guard case .text(let text) = cell.value, text.utf8.count <= 120 else { continue }
        let naming = labels.naming(text)
        guard !naming.particulars.isEmpty else { continue }
        let place = TextLine.Place(grid: index, reference: cell.reference)
        var value = naming.value
        if value.isEmpty, let beside = Self.right(of: cell.reference, in: grid) {
          value = beside.text
          taken.insert(TextLine.Place(grid: index, reference: beside.reference))
        }
        guard !value.isEmpty else { continue }
        for particular in naming.particulars { take(value, as: particular, text, place) }
      }
    }
  }

  private mutating func take(
    _ value: String, as particular: ProseLabels.Particular, _ text: String,
    _ place: TextLine.Place?
  ) {
    switch particular {
    case .agency: state(.label, agency: value, text, at: place)
    case .year: if let year = Self.year(value) { state(.label, years: [year], text, at: place) }
    case .contact(let id): contact[id] = contact[id] ?? value
    }
  }

  /// The text of the next cell with content, at most four columns to the right.
  private static func right(
    of reference: GridReference, in grid: Grid
  ) -> (text: String, reference: GridReference)? {
    for column in (reference.column + 1)...(reference.column + 4) {
      let text = grid[reference.row, column].map { ValueReader.text($0.value).trimmed } ?? ""
      if !text.isEmpty { return (text, GridReference(row: reference.row, column: column)) }
    }
    return nil
  }
}
