import ReportModel

/// What a form's sections, its title and its particulars are found by, made once for many documents.
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
    /// What the template asks about the agency, by id.
    case contact(String)
  }

  /// The form.
  let form: FormDefinition
  /// The headings, in the form's order.
  let headings: [Heading]
  /// The headings as texts that are exactly one.
  let headingTexts: LabelMatcher
  /// What reads titles of the form.
  let titles: TitleReader
  /// The texts that have been compared.
  let texts = LabelTexts()
  private let particulars: [[UInt16]: [Particular]]
  private let namings = KnownTexts<Naming>()

  /// What a text names before a colon, and what it says behind it.
  struct Naming {
    /// The particulars, of which a form's own may be called like another; none for most texts.
    let particulars: [Particular]
    /// What stands behind the colon.
    let value: String
  }

  private static let agency = ["填报单位", "填报机关", "单位名称", "机关名称", "填报单位名称"]
  private static let year = ["报告年度", "年度", "报告年份", "年份"]

  /// Makes the labels of `form` ready.
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
    var particulars: [[UInt16]: [Particular]] = [:]
    for label in Self.agency { particulars[Array(label.utf16)] = [.agency] }
    for label in Self.year { particulars[Array(label.utf16)] = [.year] }
    let contacts = Dictionary(form.contact.map { (LabelText($0.label).core, $0.id) }) { first, _ in
      first
    }
    for (label, id) in contacts { particulars[label, default: []].append(.contact(id)) }
    self.particulars = particulars
  }

  /// What the text of a cell names.
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
