import Foundation
import Spreadsheets
import Testing

/// What public tables say that spreadsheet programs show, against what we show.
@Suite struct NumberFormatTableTests {
  struct Row: Hashable {
    var source: String
    var system: DateSystem
    var format: String
    var isText: Bool
    var value: String
    var shown: String

    var line: String { "\(format)\t\(value)" }

    var actual: String {
      let format = DisplayFormat(NumberFormat(id: 164, code: format))
      guard !isText, let number = Double(value) else { return format.text(of: value) }
      return format.text(of: number, in: system)
    }
  }

  static func fixture(_ name: String) throws -> [[String]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(name)
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func rows() throws -> [Row] {
    try fixture("number-formats.tsv").map { fields in
      Row(
        source: fields[0], system: fields[1] == "1904" ? .from1904 : .from1900, format: fields[2],
        isText: fields[3] == "t", value: fields[4], shown: fields[5])
    }
  }

  /// Every case of the tables is shown as they say, but for those that the list of deviations names.
  @Test func showsWhatTheTablesSay() throws {
    let deviations = Dictionary(
      try Self.fixture("number-format-deviations.tsv").map { ("\($0[0])\t\($0[1])", $0[2]) }
    ) { first, _ in first }
    var unused = Set(deviations.keys)
    for row in try Self.rows() where row.actual != row.shown {
      unused.remove(row.line)
      #expect(deviations[row.line] == row.actual, "\(row)")
    }
    #expect(unused.isEmpty)
  }
}
