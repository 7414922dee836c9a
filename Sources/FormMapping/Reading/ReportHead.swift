#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Grids
import ReportModel

/// Title, agency, year and contact of a report.
struct ReportHead {
  /// The title; empty where none was found.
  private(set) var title = ""
  /// The agency; empty where it is not told.
  private(set) var agency = ""
  /// The year reported on.
  private(set) var year: Int?
  /// What the template asks about the agency, by id.
  private(set) var contact: [String: String] = [:]

  private let labels: ProseLabels
  private var hasNames = false

  init(_ labels: ProseLabels) { self.labels = labels }

  private var titleCore: [UInt16] { labels.title }

  // MARK: By the names of our own template

  /// Takes what the named cells hold.
  mutating func readNames(_ document: GridDocument) {
    let text = { (name: String) -> String? in
      guard let named = document.names[name], document.grids.indices.contains(named.grid) else {
        return nil
      }
      return document.grids[named.grid][named.reference].map { ValueReader.text($0.value) } ?? ""
    }
    hasNames = text("report.agency") != nil || text("report.title") != nil
    agency = text("report.agency") ?? ""
    title = text("report.title") ?? ""
    year = text("report.year").flatMap(Self.year)
    for entry in labels.form.contact {
      if let value = text("contact.\(entry.id)"), !value.isEmpty { contact[entry.id] = value }
    }
  }

  // MARK: By its words

  /// Whether `line` is a title of the form with an agency or a year; the first is taken.
  ///
  /// A title may be broken after the agency or within its words; `above` is the line before.
  mutating func takeTitle(_ line: TextLine, above: TextLine?) -> Bool {
    let isTitle = line.label.map { takeTitle(line.text, $0) } ?? false
    guard let above, above.text.unicodeScalars.dropFirst(40).isEmpty, !hasNames else {
      return isTitle
    }
    if isTitle {
      guard agency.isEmpty, title == line.text.oneLine, Self.isAgency(above.text) else {
        return true
      }
      agency = above.text.oneLine
      title = agency + title
      return true
    }
    guard title.isEmpty, let front = above.label, let end = line.label,
      isPossible(front.whole + end.whole), front.core.firstRange(of: titleCore) == nil
    else { return false }
    let both = TextLine(text: above.text + line.text, place: nil, labels.texts)
    return both.label.map { takeTitle(both.text, $0) } ?? false
  }

  /// Whether a line is the name of an agency, by its last word.
  private static func isAgency(_ text: String) -> Bool {
    let ends = [
      "人民政府", "政府", "办公室", "局", "委员会", "委", "厅", "街道办事处", "办事处", "街道", "镇", "乡", "管理委员会", "管委会",
      "公署", "总队", "支队",
    ]
    return ends.contains { text.hasSuffix($0) } && !text.contains("：") && !text.contains(":")
  }

  private mutating func takeTitle(_ text: String, _ label: LabelText) -> Bool {
    guard isClose(label.core), !text.unicodeScalars.contains(where: Self.endsSentence) else {
      return false
    }
    let parts = Self.parts(of: text)
    let isTitle = parts.year != nil || label.core.count > titleCore.count
    guard isTitle, !hasNames else { return isTitle }
    if title.isEmpty {
      title = text.oneLine
      if agency.isEmpty { agency = parts.agency }
    }
    year = year ?? parts.year
    return true
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", ";", "！", "？": true
    default: false
    }
  }

  /// Whether a text holds the form's title, or ends with it but for a slip of the pen.
  private func isClose(_ core: [UInt16]) -> Bool {
    guard isPossible(core), core.count >= titleCore.count else { return false }
    if core.firstRange(of: titleCore) != nil { return true }
    let end = Array(core.suffix(titleCore.count))
    return EditDistance.between(end, titleCore, atMost: Self.slips) != nil
  }

  /// Whether so many of the title's characters occur in a text that it may be the title.
  private func isPossible(_ text: [UInt16]) -> Bool {
    let missing = labels.titleCharacters & ~FormLabel.characters(of: text)
    return missing.nonzeroBitCount <= Self.slips
  }

  /// How many characters of a title may differ from the form's.
  private static let slips = 3

  /// The year in a text and the agency in front of it.
  private static func parts(of text: String) -> (agency: String, year: Int?) {
    for end in text.indices where text[end] == "年" {
      let before = text[..<end]
      let digits = before.suffix(before.last == " " ? 5 : 4)
      guard digits.count >= 4, let year = year(String(digits)) else { continue }
      let front = String(before.dropLast(digits.count)).trimmed
      return (front.hasPrefix("关于") ? String(front.dropFirst(2)) : front, year)
    }
    return ("", nil)
  }

  /// The year that a text of four digits, Arabic, full-width or Chinese, tells.
  static func year(_ text: String) -> Int? {
    let digits = text.trimmed.prefix { $0 != "年" && $0 != " " }
    guard digits.count == 4 else { return nil }
    if digits.contains(where: { "〇零一二三四五六七八九○".contains($0) }) {
      let units = Array(digits.map { $0 == "○" ? "〇" : $0 }.map(String.init).joined().utf16)
      return ChineseNumerals.positional(units[...]).flatMap { 1949...2999 ~= $0 ? $0 : nil }
    }
    let values = digits.compactMap(\.wholeNumberValue)
    guard values.count == 4 else { return nil }
    let year = values.reduce(0) { $0 * 10 + $1 }
    return 1949...2999 ~= year ? year : nil
  }

  // MARK: By labels, as in 基本信息

  /// Takes what stands beside the labels of 基本信息, on any sheet.
  mutating func readLabels(_ document: GridDocument) {
    guard !hasNames else { return }
    for grid in document.grids where grid.count <= 2000 {
      for cell in grid.cells {
        guard case .text(let text) = cell.value, text.utf8.count <= 120 else { continue }
        let naming = labels.naming(text)
        guard !naming.particulars.isEmpty else { continue }
        let value =
          naming.value.isEmpty ? Self.right(of: cell.reference, in: grid) : naming.value
        guard !value.isEmpty else { continue }
        for particular in naming.particulars { take(value, as: particular) }
      }
    }
  }

  private mutating func take(_ value: String, as particular: ProseLabels.Particular) {
    switch particular {
    case .agency: if agency.isEmpty { agency = value }
    case .year: year = year ?? Self.year(value)
    case .contact(let id): contact[id] = contact[id] ?? value
    }
  }

  /// The text of the next cell to the right that holds something.
  private static func right(of reference: GridReference, in grid: Grid) -> String {
    for column in (reference.column + 1)...(reference.column + 4) {
      let text = grid[reference.row, column].map { ValueReader.text($0.value).trimmed } ?? ""
      if !text.isEmpty { return text }
    }
    return ""
  }
}
