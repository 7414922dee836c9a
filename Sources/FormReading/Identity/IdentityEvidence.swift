package import Diagnostics
import ReportModel

/// A text of a document that names the report's agency or year.
package struct IdentityStatement: Sendable, Hashable {
  /// The kind of text; stronger evidence compares as less.
  package enum Evidence: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// The named cells of our own template, or the header of our own records.
    case template
    /// A cell beside a label such as `填报单位`.
    case label
    /// The report's title.
    case title
    /// The sentence that states the period of the data.
    case period
    /// The sentence that publishes the report.
    case announcement
    /// Who compiled the report.
    case author
    /// A name and a date below the text.
    case signature
    /// The first sentences of the report.
    case opening
    /// A heading of a table or section.
    case heading
    /// The name of a sheet with tables of the form.
    case sheet

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The kind of text.
  package var evidence: Evidence
  /// The agency as written; nil if the text names none.
  package var agency: String?
  /// The years; several in `2022-2023年`.
  package var years: [Int]
  /// The text.
  package var text: String
  /// The sheet's name, or its substitute; nil for a paragraph.
  package var sheet: String?
  /// The cell as the input's users write it.
  package var reference: String?

  /// The only year.
  package var year: Int? { years.count == 1 ? years.first : nil }

  /// Whether the text names both agency and year.
  fileprivate var isWhole: Bool { agency != nil && year != nil }
}

/// The agency and year of a document's report, with the statements that decided them.
package struct ReportIdentity: Sendable, Hashable {
  /// All statements, in the document's order.
  package var statements: [IdentityStatement] = []

  /// Makes an identity without statements.
  package init() {}

  /// Makes the identity that `report` states in its members and its title.
  init(of report: Report, _ titles: TitleReader) {
    if !report.agency.isEmpty {
      statements.append(
        IdentityStatement(
          evidence: .template, agency: report.agency, years: [], text: report.agency))
    }
    if let year = report.year {
      statements.append(
        IdentityStatement(evidence: .template, years: [year], text: String(year)))
    }
    if let title = titles.title(report.title) {
      statements.append(
        IdentityStatement(
          evidence: .title, agency: title.agency, years: title.years, text: report.title.oneLine))
    }
  }

  /// The statement that decided the agency.
  package var agencyStatement: IdentityStatement? { best { $0.agency != nil } }

  /// The statement that decided the year; nil if weak evidence contradicts itself.
  package var yearStatement: IdentityStatement? {
    guard let best = best({ $0.year != nil }) else { return nil }
    guard best.evidence >= .opening else { return best }
    let others = statements.filter { $0.evidence == best.evidence && !$0.years.isEmpty }
    return others.allSatisfy { $0.years == best.years } ? best : nil
  }

  /// The first of the statements with the best evidence that satisfy `condition`; one that names both agency
  /// and year precedes others, such as the navigation path of a page.
  private func best(_ condition: (IdentityStatement) -> Bool) -> IdentityStatement? {
    statements.lazy.filter(condition).min { left, right in
      (left.evidence.rawValue, left.isWhole ? 0 : 1) < (
        right.evidence.rawValue, right.isWhole ? 0 : 1
      )
    }
  }
}

extension IdentityStatement.Evidence {
  /// The kind of text, as a localized text.
  package var phrase: Phrase {
    switch self {
    case .template: Phrase(zh: "基本信息", en: "the cover sheet")
    case .label: Phrase(zh: "填报栏目", en: "a labelled cell")
    case .title: Phrase(zh: "标题", en: "the title")
    case .period: Phrase(zh: "统计期限", en: "the period of the data")
    case .announcement: Phrase(zh: "公布语句", en: "the sentence that publishes it")
    case .author: Phrase(zh: "编制单位", en: "who compiled it")
    case .signature: Phrase(zh: "落款", en: "the signature")
    case .opening: Phrase(zh: "正文开头", en: "the first sentences")
    case .heading: Phrase(zh: "小标题", en: "a heading")
    case .sheet: Phrase(zh: "工作表名", en: "the name of a sheet")
    }
  }

  /// The name in JSON.
  package var name: String { "\(self)" }
}
