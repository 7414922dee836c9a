import Foundation
import Spreadsheets
import TestSupport
import Testing

/// How many sheets of real workbooks the scanner reads whole; all of them with `CORPUS=all`.
@Suite(.enabled(if: SharedMaterial.isPresent("corpus/visible.tsv")))
struct ReadingPathCensusTests {
  @Test func `the scanner reads nearly all real sheets and strings`() throws {
    let isWhole = ProcessInfo.processInfo.environment["CORPUS"] == "all"
    var (sheets, tables) = (ReadingPathCensus(), ReadingPathCensus())
    for (index, item) in try CorpusCase.all().enumerated() where isWhole || index % 8 == 0 {
      let path = SharedMaterial.url("corpus/\(item.file)").path
      guard let workbook = try? Workbook(path: path) else { continue }
      for sheet in workbook.sheets where sheet.hasCells {
        var log = CellLog()
        guard let details = try? workbook.read(sheet, into: &log) else { continue }
        sheets.add(details.readingPath, "\(item.file) [\(sheet.name)]")
      }
      if let readingPath = workbook.stringsReadingPath { tables.add(readingPath, item.file) }
    }
    print("sheets: \(sheets)\nshared strings: \(tables)")
    #expect(sheets.share >= 0.97)
    #expect(tables.share >= 0.97)
  }
}
