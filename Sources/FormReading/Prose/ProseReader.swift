import Documents
import ReportModel

/// Reads the sections of prose under their headings, and the title, agency and year.
struct ProseReader {
  private let document: GridDocument
  private let labels: ProseLabels

  /// The sections' texts, by id.
  private(set) var sections: [String: String] = [:]
  /// The ids of the sections, in the order of their headings in the document.
  private(set) var order: [String] = []
  /// The report's title, agency and year.
  var head: ReportHead
  /// The form's first section.
  private let first: String?
  /// Whether a heading of the form was found.
  private var hasHeading = false
  /// The lines that belong to no section.
  private(set) var unused: [TextLine] = []
  /// The grids with prose of the form.
  private(set) var grids: Set<Int> = []
  /// The cells that were read by the names of our own template.
  private var taken: Set<TextLine.Place> = []
  /// The headings that occur with their ordinal in the document.
  private var numbered: Set<Int> = []

  /// Makes a reader of `document` for the form of `labels`.
  init(_ document: GridDocument, _ labels: ProseLabels) {
    self.document = document
    self.labels = labels
    head = ReportHead(document, labels)
    first = labels.headings.lazy.compactMap(\.section).first
  }

  /// Reads everything; `lines` are those outside the tables.
  mutating func read(_ lines: TextLines) {
    readNames()
    head.readNames()
    findNumbered(lines.stretches.joined())
    let last = lines.stretches.lastIndex { !$0.isEmpty }
    for (index, stretch) in lines.stretches.enumerated() { read(stretch, isLast: index == last) }
    head.readLabels()
    head.readOpening()
    for section in labels.form.sections where sections[section.id] == nil {
      sections[section.id] = ""
    }
  }

  // MARK: By the names of our own template

  private mutating func readNames() {
    for section in labels.form.sections {
      guard let named = document.names["section.\(section.id)"],
        document.grids.indices.contains(named.grid)
      else { continue }
      sections[section.id] = prose(from: named)
      grids.insert(named.grid)
    }
  }

  /// The text of the cells from `first` down; a row with the continuation mark continues the one above.
  ///
  /// A line that begins in the narrow column of the mark is a paragraph like any other.
  private mutating func prose(from first: GridDocument.NamedCell) -> String {
    let grid = document.grids[first.grid]
    let stop =
      document.names.values.filter {
        $0.grid == first.grid && $0.reference.row > first.reference.row
          && $0.reference.column == first.reference.column
      }.map(\.reference.row).min() ?? Int.max
    var text = ""
    var next = first.reference.row
    var row = 0
    for cell in grid.cells
    where first.reference.row <= cell.reference.row && cell.reference.row < stop
      && cell.reference.row != row && cell.reference.column <= first.reference.column
      && first.reference.column - 1 <= cell.reference.column
    {
      row = cell.reference.row
      let place = GridReference(row: row, column: first.reference.column)
      let front = GridReference(row: row, column: first.reference.column - 1)
      var value = grid[place].map { ValueReader.text($0.value) } ?? ""
      let mark = grid[front].map { ValueReader.text($0.value).trimmed } ?? ""
      let isMarked = mark == TemplateConvention.continuationMark
      if value.isEmpty, !mark.isEmpty, !isMarked {
        value = mark
        taken.insert(TextLine.Place(grid: first.grid, reference: front))
      } else {
        taken.insert(TextLine.Place(grid: first.grid, reference: place))
      }
      if value.isEmpty { continue }
      if !isMarked, !text.isEmpty { text += String(repeating: "\n", count: row - next + 1) }
      text += value.withPlainLineBreaks
      next = row + 1
    }
    return text
  }

  // MARK: Under headings

  /// Reads a stretch of lines.
  ///
  /// A table that is not one of the form's is part of the section around it. After the last heading it cannot
  /// be distinguished from what a site puts below a report, so the section ends before it.
  private mutating func read(_ stretch: [TextLine], isLast: Bool) {
    var open: String?
    var texts: [String: [String]] = [:]
    let end = isLast ? lastTable(of: stretch) : stretch.endIndex
    var above: TextLine?
    for line in stretch[..<end] {
      defer { above = line }
      if let heading = heading(line) {
        open = heading.section
        hasHeading = true
        head.hasProse = head.hasProse || open != first
        head.takeHeading(line)
        if let place = line.place { grids.insert(place.grid) }
        if let section = open, !order.contains(section) { order.append(section) }
        if let rest = heading.rest, let section = open { texts[section, default: []].append(rest) }
        continue
      }
      head.takeYear(line)
      if head.takeTitle(line, above: open == nil ? above : nil) { continue }
      if !hasHeading || open == first { head.takeProse(line, isPreface: !hasHeading) }
      if let above { head.takeSignature(line, above: above) }
      if let place = line.place, taken.contains(place) { continue }
      guard let section = open, sections[section] == nil || line.place == nil else {
        unused.append(line)
        continue
      }
      if line.continues, let last = texts[section]?.indices.last {
        texts[section]?[last] += line.text
      } else {
        texts[section, default: []].append(line.text)
      }
    }
    for (section, paragraphs) in texts where sections[section] == nil {
      sections[section] = paragraphs.joined(separator: "\n")
    }
  }

  /// The start of the first table after the last heading, unless the heading is in a table too.
  private func lastTable(of stretch: [TextLine]) -> Int {
    guard let start = stretch.lastIndex(where: { heading($0) != nil }),
      stretch[start].place == nil
    else { return stretch.endIndex }
    return stretch[start...].firstIndex { $0.place != nil } ?? stretch.endIndex
  }

  /// A heading that a line is, or starts with.
  private struct Match {
    /// The heading's index in the form.
    let index: Int
    /// The section; nil for a table.
    let section: String?
    /// The text after a colon.
    var rest: String?
    /// Whether it has the heading's ordinal, as in `一、` but not `（一）`.
    let isNumbered: Bool
  }

  /// Records the headings of the form that occur with their ordinals.
  private mutating func findNumbered(_ lines: some Sequence<TextLine>) {
    for line in lines {
      if let match = match(line), match.isNumbered { numbered.insert(match.index) }
    }
  }

  /// The heading that `line` is, or starts with before a colon.
  ///
  /// If the heading occurs with its ordinal, the words without it are part of a list of contents or of a
  /// section.
  private func heading(_ line: TextLine) -> Match? {
    guard let match = match(line), match.isNumbered || !numbered.contains(match.index) else {
      return nil
    }
    return match
  }

  private func match(_ line: TextLine) -> Match? {
    let text = line.text
    let scalars = text.unicodeScalars
    if let colon = scalars.prefix(41).firstIndex(where: { $0 == "：" || $0 == ":" }),
      var found = match(labels.texts(String(text[..<colon])), in: text)
    {
      let rest = String(text[text.index(after: colon)...]).trimmed
      found.rest = rest.isEmpty ? nil : rest
      return found
    }
    guard let label = line.label, scalars.dropFirst(60).isEmpty else { return nil }
    return match(label, in: text) ?? withoutYear(line).flatMap { match($0, in: text) }
  }

  /// The line as a heading without the year in it: `三、2022年收到…`.
  private func withoutYear(_ line: TextLine) -> LabelText? {
    guard line.label?.ordinal != nil else { return nil }
    let text = FoldedText(line.text)
    let years = YearToken.tokens(in: text, 0..<text.count)
    guard years.count == 1, let token = years.first else { return nil }
    return labels.texts(
      text.text(0..<token.range.lowerBound) + text.text(token.range.upperBound..<text.count))
  }

  private func match(_ text: LabelText, in line: String) -> Match? {
    guard text.ordinal != nil || labels.headingTexts.knows(text) else { return nil }
    var best: (index: Int, score: Double)?
    for (index, heading) in labels.headings.enumerated() {
      guard let score = LabelSimilarity.score(text, heading.label) else { continue }
      let isHeading = score.isExact || score.score >= Self.threshold(text, heading.label)
      if isHeading, score.score > best?.score ?? 0 { best = (index, score.score) }
    }
    guard let best else { return nil }
    let heading = labels.headings[best.index]
    let isBracketed = line.unicodeScalars.first.map(Self.isOpening) ?? false
    let isNumbered =
      !isBracketed && text.ordinal != nil
      && heading.label.owns.contains { $0.ordinal == text.ordinal }
    return Match(index: best.index, section: heading.section, isNumbered: isNumbered)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "（", "〔", "【", "㈠"..."㈩": true
    default: false
    }
  }

  /// The least score of a text that is a heading in other words: lowest with the heading's ordinal; without
  /// an ordinal it must be the form's own, or any sentence might be one.
  private static func threshold(_ text: LabelText, _ heading: FormLabel) -> Double {
    guard let ordinal = text.ordinal else { return .infinity }
    let isSame = heading.owns.contains { $0.ordinal == ordinal }
    return isSame ? MatchScore.threshold : 0.7
  }
}

extension String {
  /// The text with every line break as `\n`.
  var withPlainLineBreaks: String {
    guard utf8.contains(UInt8(ascii: "\r")) else { return self }
    var text = ""
    text.reserveCapacity(utf8.count)
    var afterReturn = false
    for scalar in unicodeScalars {
      if scalar == "\r" || scalar == "\n" && !afterReturn { text.unicodeScalars.append("\n") }
      if scalar != "\r", scalar != "\n" { text.unicodeScalars.append(scalar) }
      afterReturn = scalar == "\r"
    }
    return text
  }
}
