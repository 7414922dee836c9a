import Diagnostics
package import ReportModel

/// Reports uncertain agencies and years: rules `report.year` and `report.agency`.
package struct IdentityChecker: Sendable {
  private let title: String

  /// Makes a checker for the reports of `form`.
  package init(_ form: FormDefinition) {
    title = form.title
  }

  /// Checks the agency and the year of `report`.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - identity: The statements of its document.
  ///   - file: The name that the findings give the submission.
  /// - Returns: The findings, years first.
  package func check(_ report: Report, _ identity: ReportIdentity, file: String) -> [Finding] {
    (years(report, identity) + agency(report, identity)).map { finding in
      var finding = finding
      finding.file = file
      return finding
    }
  }

  private func years(_ report: Report, _ identity: ReportIdentity) -> [Finding] {
    let stated = identity.statements.filter { !$0.years.isEmpty && $0.evidence.isBinding }
    let several = stated.filter { $0.years.count > 1 }
    guard let year = report.year else {
      guard let first = several.first else { return [.noYear(title)] }
      return [.severalYears(first.excerpt, first.years, year: nil, cells: several.cells)]
    }
    var findings: [Finding] = []
    if let first = several.first {
      findings.append(.severalYears(first.excerpt, first.years, year: year, cells: several.cells))
    }
    let others = stated.filter { $0.years.count == 1 && $0.year != year }
    for evidence in IdentityStatement.Evidence.allCases {
      let same = others.filter { $0.evidence == evidence }
      guard let first = same.first else { continue }
      findings.append(
        .otherYear(
          year, by: identity.yearStatement, evidence: evidence.phrase, first.excerpt,
          first.years.first ?? year, cells: same.cells))
    }
    return findings
  }

  private func agency(_ report: Report, _ identity: ReportIdentity) -> [Finding] {
    guard !report.agency.isEmpty else { return [.noAgency(title)] }
    let other = identity.statements.first { statement in
      statement.evidence == .title
        && statement.agency.map { !AgencyName.agree($0, report.agency) } ?? false
    }
    // Pages name an agency in several ways; a name that was filled in must agree with the title's.
    let isFilledIn = identity.agencyStatement.map { $0.evidence <= .label } ?? true
    guard isFilledIn, let other, let agency = other.agency else { return [] }
    return [.otherAgency(report.agency, other.excerpt, agency, cells: [other].cells)]
  }
}

extension IdentityStatement.Evidence {
  /// Whether another year in a statement of this kind is a contradiction: running text may mention other
  /// years.
  fileprivate var isBinding: Bool {
    switch self {
    case .template, .label, .title, .period, .announcement, .heading, .sheet: true
    case .author, .signature, .opening: false
    }
  }
}

extension IdentityStatement {
  /// The text, truncated if it is long.
  package var excerpt: String {
    let line = text.oneLine
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}

extension [IdentityStatement] {
  /// The cells of the statements; for a title without a cell, the report's member.
  fileprivate var cells: [FindingCell] {
    compactMap { statement in
      let field = statement.evidence == .title ? "report.title" : nil
      guard statement.sheet != nil || field != nil else { return nil }
      return FindingCell(
        sheet: statement.sheet, reference: statement.reference, field: field,
        value: .text(statement.excerpt))
    }
  }
}

extension Finding {
  static func noYear(_ title: String) -> Finding {
    Finding(
      rule: "report.year", severity: .warning,
      message: Phrase(
        zh: "没有写明报告年度；请在标题中写明，如“××局2024年\(title)”，或填写“报告年度”",
        en: """
          the year of the report is not stated; write it in the title, such as \
          “××局2024年\(title)”, or fill in “报告年度”
          """),
      cells: [])
  }

  static func severalYears(
    _ text: String, _ years: [Int], year: Int?, cells: [FindingCell]
  ) -> Finding {
    let (zh, en) = (
      years.map(String.init).joined(separator: "、"), years.map(String.init).joined(separator: ", ")
    )
    let read = year.map { ("读作 \($0)", "\($0) was read") } ?? ("没有读入", "none was read")
    return Finding(
      rule: "report.year", severity: .warning,
      message: Phrase(
        zh: "“\(text)”写了几个年度（\(zh)），\(read.0)；请只写报告年度",
        en: "“\(text)” names several years (\(en)); \(read.1); name only the year reported on"),
      cells: cells)
  }

  static func otherYear(
    _ year: Int, by statement: IdentityStatement?, evidence: Phrase, _ text: String, _ other: Int,
    cells: [FindingCell]
  ) -> Finding {
    let zh = statement.map { "（\($0.evidence.phrase.zh)“\($0.excerpt)”）" } ?? ""
    let en = statement.map { " (\($0.evidence.phrase.en) “\($0.excerpt)”)" } ?? ""
    return Finding(
      rule: "report.year", severity: .warning,
      message: Phrase(
        zh: "报告年度读作 \(year)\(zh)，但\(evidence.zh)“\(text)”写的是 \(other)；请核对",
        en: """
          the year was read as \(year)\(en), but \(evidence.en) “\(text)” says \(other); please check
          """),
      cells: cells)
  }

  static func noAgency(_ title: String) -> Finding {
    Finding(
      rule: "report.agency", severity: .warning,
      message: Phrase(
        zh: "没有写明填报单位；请在标题中写明，如“××局2024年\(title)”，或填写“填报单位”",
        en: """
          the agency is not stated; write it in the title, such as “××局2024年\(title)”, or fill \
          in “填报单位”
          """),
      cells: [])
  }

  static func otherAgency(
    _ agency: String, _ text: String, _ other: String, cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "report.agency", severity: .warning,
      message: Phrase(
        zh: "填报单位是“\(agency)”，但标题“\(text)”写的是“\(other)”；请核对",
        en: "the agency is “\(agency)”, but the title “\(text)” names “\(other)”; please check"),
      cells: cells)
  }
}
