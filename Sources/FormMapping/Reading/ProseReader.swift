import Findings
import Grids
import ReportModel

/// Reads the sections of prose under their headings, and title, agency and year.
struct ProseReader {
  private let document: GridDocument
  private let labels: ProseLabels

  /// The sections' texts, by id.
  private(set) var sections: [String: String] = [:]
  /// The ids of the sections in the order in which they were met.
  private(set) var order: [String] = []
  /// The report's title, agency and year.
  private(set) var head: ReportHead

  /// Makes a reader of `document` for the form that `labels` are of.
  init(_ document: GridDocument, _ labels: ProseLabels) {
    self.document = document
    self.labels = labels
    head = ReportHead(labels)
  }

  /// Reads everything; `lines` are those outside the tables.
  mutating func read(_ lines: TextLines) {
    readNames()
    head.readNames(document)
    let last = lines.stretches.lastIndex { !$0.isEmpty }
    for (index, stretch) in lines.stretches.enumerated() { read(stretch, isLast: index == last) }
    head.readLabels(document)
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
    }
  }

  /// The text of the cells from `first` down; a row marked as a continuation goes on with the one above.
  private func prose(from first: GridDocument.NamedCell) -> String {
    let grid = document.grids[first.grid]
    let stop =
      document.names.values.filter {
        $0.grid == first.grid && $0.reference.row > first.reference.row
          && $0.reference.column == first.reference.column
      }.map(\.reference.row).min() ?? Int.max
    var text = ""
    var next = first.reference.row
    for cell in grid.cells
    where cell.reference.column == first.reference.column && next <= cell.reference.row
      && cell.reference.row < stop
    {
      let value = ValueReader.text(cell.value)
      if value.isEmpty { continue }
      let mark = grid[cell.reference.row, cell.reference.column - 1]?.value
      if mark != .text(TextLines.continuation), !text.isEmpty {
        text += String(repeating: "\n", count: cell.reference.row - next + 1)
      }
      text += value.withPlainLineBreaks
      next = cell.reference.row + 1
    }
    return text
  }

  // MARK: Under headings

  /// Reads a stretch of lines.
  ///
  /// A table that is none of the form's belongs to the section around it; behind the last heading nothing
  /// tells it from what a site puts below a report, so that the section ends before it.
  private mutating func read(_ stretch: [TextLine], isLast: Bool) {
    var open: String?
    var texts: [String: [String]] = [:]
    let end = isLast ? lastTable(of: stretch) : stretch.endIndex
    var above: TextLine?
    for line in stretch[..<end] {
      defer { above = open == nil ? line : nil }
      if let heading = heading(line) {
        open = heading.section
        if let section = open, !order.contains(section) { order.append(section) }
        if let rest = heading.rest, let section = open { texts[section, default: []].append(rest) }
        continue
      }
      if head.takeTitle(line, above: above) { continue }
      guard let section = open else { continue }
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

  /// Where the first table behind the last heading begins, unless the heading stands in a table too.
  private func lastTable(of stretch: [TextLine]) -> Int {
    guard let start = stretch.lastIndex(where: { heading($0) != nil }),
      stretch[start].place == nil
    else { return stretch.endIndex }
    return stretch[start...].firstIndex { $0.place != nil } ?? stretch.endIndex
  }

  /// The heading that `line` starts with before a colon, or is.
  private func heading(_ line: TextLine) -> (section: String?, rest: String?)? {
    let text = line.text
    let scalars = text.unicodeScalars
    if let colon = scalars.prefix(41).firstIndex(where: { $0 == "：" || $0 == ":" }),
      let found = heading(labels.texts(String(text[..<colon])))
    {
      let rest = String(text[text.index(after: colon)...]).trimmed
      return (found.section, rest.isEmpty ? nil : rest)
    }
    guard let label = line.label, scalars.dropFirst(60).isEmpty, let found = heading(label) else {
      return nil
    }
    return (found.section, nil)
  }

  private func heading(_ text: LabelText) -> ProseLabels.Heading? {
    guard text.ordinal != nil || labels.headingTexts.knows(text) else { return nil }
    var best: (heading: ProseLabels.Heading, score: Double)?
    for heading in labels.headings {
      guard let score = LabelSimilarity.score(text, heading.label) else { continue }
      let isHeading = score.isExact || score.score >= Self.threshold(text, heading.label)
      if isHeading, score.score > best?.score ?? 0 { best = (heading, score.score) }
    }
    return best?.heading
  }

  /// What a text must score to be a heading in other words: least where it has the heading's ordinal;
  /// without any it must be the form's own, or any sentence might be one.
  private static func threshold(_ text: LabelText, _ heading: FormLabel) -> Double {
    guard let ordinal = text.ordinal else { return .infinity }
    let isSame = heading.owns.contains { $0.ordinal == ordinal }
    return isSame ? LabelMatch.threshold : 0.7
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
