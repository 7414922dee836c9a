import ReportModel

/// What a form's sections, its title and its particulars are found by, made once for many documents.
final class ProseLabels: Sendable {
  /// A heading of a section or table of the form.
  struct Heading: Sendable {
    /// The section's id; nil for a table's.
    let section: String?
    let label: FormLabel
  }

  /// The form.
  let form: FormDefinition
  /// The headings, in the form's order.
  let headings: [Heading]
  /// The headings as texts that are exactly one.
  let headingTexts: LabelMatcher
  /// The form's title.
  let title: [UInt16]
  /// Which characters occur in it: ``FormLabel/characters(of:)``.
  let titleCharacters: UInt64
  /// The labels of what the template asks about the agency, with their ids.
  let contacts: [(id: String, label: [UInt16])]
  /// The labels of all particulars: agency, year and contacts.
  let particulars: Set<[UInt16]>
  /// The texts that have been compared.
  let texts = LabelTexts()

  /// The labels of an agency's name.
  static let agency = Set(
    ["填报单位", "填报机关", "单位名称", "机关名称", "填报单位名称"].map { Array($0.utf16) })
  /// The labels of the year.
  static let year = Set(["报告年度", "年度", "报告年份", "年份"].map { Array($0.utf16) })

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
    title = LabelText(form.title).core
    titleCharacters = FormLabel.characters(of: title)
    contacts = form.contact.map { ($0.id, LabelText($0.label).core) }
    particulars = Self.agency.union(Self.year).union(contacts.map(\.label))
  }
}
