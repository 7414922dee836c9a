import Diagnostics
import ReportModel

/// The reports of a run by agency and year: of two equal ones, only one should count.
struct DuplicateReports {
  private struct Key: Hashable {
    let agency: String
    let year: Int
  }

  private var files: [Key: String] = [:]

  /// The finding about `report` from `file` if an earlier one is of the same agency and year.
  mutating func finding(_ report: Report, file: String) -> Finding? {
    guard let agency = report.agencyKey, let year = report.year else { return nil }
    let key = Key(agency: agency, year: year)
    guard let other = files[key] else {
      files[key] = file
      return nil
    }
    let name = other.shownFileName
    return Finding(
      file: file, rule: "report.duplicate", severity: .warning,
      message: Phrase(
        zh: "与 \(name) 同为“\(report.agency)”\(year) 年度的报告；汇总前请只留一份",
        en: """
          this report and \(name) are both of “\(report.agency)” for \(year); keep one of them before \
          adding up
          """))
  }
}
