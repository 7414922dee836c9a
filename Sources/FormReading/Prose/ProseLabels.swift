import ReportModel

/// The labels of a form's sections, title and particulars, made once for many documents.
final class ProseLabels: Sendable {
  /// A heading of a section or table of the form.
  struct Heading: Sendable {
    /// The section's id; nil for a table's.
    let section: String?
    let label: FormLabel
  }

  /// One of the particulars of a report, as a cell names it.
  enum Particular {
    case agency
    case year
    /// A question of the template about the agency, by id.
    case contact(String)
  }

  /// The form.
  let form: FormDefinition
  /// The headings, in the form's order.
  let headings: [Heading]
  /// Matches texts that equal a heading.
  let headingTexts: LabelMatcher
  /// The reader of the form's titles.
  let titles: TitleReader
  /// A cache of the texts that were compared.
  let texts = LabelTexts()
  /// The form's own words, and those that our layout adds to them.
  private let words: Set<[UInt16]>
  private let particulars: [[UInt16]: [Particular]]
  private let namings = TextCache<Naming>()

  /// The particulars that a text names before a colon, and the value after it.
  struct Naming {
    /// The particulars: none for most texts, several if one of the form's own has the same name.
    let particulars: [Particular]
    /// The text after the colon.
    let value: String
  }

  private static let agency = ["填报单位", "填报机关", "单位名称", "机关名称", "填报单位名称"]
  private static let year = ["报告年度", "年度", "报告年份", "年份"]

  /// Makes the labels of `form`.
  init(_ form: FormDefinition) {
    self.form = form
    headings = form.parts.map { part in
      switch part {
      case .section(let section):
        Heading(
          section: section.id,
          label: FormLabel(path: [section.label], aliases: section.aliases ?? []))
      case .table(let table):
        Heading(section: nil, label: FormLabel(path: [table.label], aliases: table.aliases ?? []))
      }
    }
    headingTexts = LabelMatcher(headings.map(\.label))
    titles = TitleReader(form)
    words = Set(Self.words(of: form).map { LabelText($0).core })
    var particulars: [[UInt16]: [Particular]] = [:]
    for label in Self.agency { particulars[Array(label.utf16)] = [.agency] }
    for label in Self.year { particulars[Array(label.utf16)] = [.year] }
    let contacts = Dictionary(form.contact.map { (LabelText($0.label).core, $0.id) }) { first, _ in
      first
    }
    for (label, id) in contacts { particulars[label, default: []].append(.contact(id)) }
    self.particulars = particulars
  }

  private static func words(of form: FormDefinition) -> [String] {
    var words = [form.title, "依据：\(form.source)", TemplateConvention.proseHint, "报告标题"]
    words += form.contact.map(\.label)
    for section in form.sections {
      words += [section.label, section.sheet] + (section.aliases ?? [])
    }
    for table in form.tables {
      words += [table.label, table.sheet] + (table.aliases ?? [])
      if let corner = table.corner { words.append(corner) }
    }
    return words
  }

  /// Whether `text` is one of the form's own words, or one that our layout adds to them.
  func isOwn(_ text: LabelText) -> Bool { words.contains(text.core) || words.contains(text.whole) }

  /// The particulars that the text of a cell names, and its value.
  func naming(_ text: String) -> Naming {
    namings(text) { text in
      let parts = text.unicodeScalars.split(maxSplits: 1) { $0 == "：" || $0 == ":" }
      let label = texts(String(Substring(parts.first ?? "".unicodeScalars[...])))
      return Naming(
        particulars: particulars[label.core] ?? [],
        value: parts.count > 1 ? String(parts[1]).trimmed : "")
    }
  }
}
