import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Real workbooks against what two independent readers agree on; all of them with `CORPUS=all`.
@Suite(.enabled(if: SharedMaterial.isPresent("corpus/visible.tsv")))
struct CorpusTests {
  /// How many groups the sample is cut into; they run side by side.
  static let groups = 4

  /// Workbooks whose reference answer is surely wrong; `KnownReferenceFaults.md` has the proofs.
  static let knownFaults: Set = [
    "files/openspout/tests_resources_xlsx_file_with_no_sheets_in_workbook_xml.xlsx",
    "files/poi/test-data_spreadsheet_duplicate-filename-case-insensitive.xlsx",
    "files/exceljs/spec_integration_data_invalid-xml.xlsx",
    "files/poi/test-data_spreadsheet_bug60858.xlsx",
    "files/poi/test-data_spreadsheet_sample-beta.xlsx",
    "files/readxl/tests_testthat_sheets_dates-leap-year-1900-xlsx.xlsx",
  ]

  @Test(arguments: 0..<groups)
  func `reads what independent readers agree on`(group: Int) throws {
    let isWhole = ProcessInfo.processInfo.environment["CORPUS"] == "all"
    let cases = try CorpusCase.all().filter { $0.hasAnswer && !Self.knownFaults.contains($0.file) }
    for (index, item) in cases.enumerated() where index % Self.groups == group {
      // Every eighth file, but always the same ones; small ones are the most telling.
      guard isWhole || index / Self.groups % 8 == 0 else { continue }
      do {
        let faults = try item.faults()
        if !faults.isEmpty {
          Issue.record("\(item.file): \(faults.count): \(faults.prefix(2).joined(separator: "; "))")
        }
      } catch {
        Issue.record("\(item.file): \(error)")
      }
    }
  }
}
