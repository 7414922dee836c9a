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

  private static let wholeTables = ProcessInfo.processInfo.environment["NUMBER_FORMAT_TABLES"]

  /// The whole tables that the fixture has some rows of: a value, and what each format of the first row
  /// shows for it. Their paths stand in `NUMBER_FORMAT_TABLES`, with colons between.
  @Test(.enabled(if: wholeTables != nil, "NUMBER_FORMAT_TABLES names no table"))
  func showsWhatWholeTablesSay() throws {
    for path in (Self.wholeTables ?? "").split(separator: ":") {
      let rows = try String(contentsOfFile: String(path), encoding: .utf8)
        .split(whereSeparator: \.isNewline).map { $0.split(separator: "\t") }
      let formats = (rows.first ?? []).dropFirst().map {
        DisplayFormat(NumberFormat(id: 164, code: String($0)))
      }
      #expect(!formats.isEmpty)
      var others = 0
      for row in rows.dropFirst() {
        guard let value = row.first.flatMap({ Double($0) }) else { continue }
        for (format, shown) in zip(formats, row.dropFirst()) {
          let actual = format.text(of: value)
          let isTooWide = shown.allSatisfy { $0 == "#" } && actual.allSatisfy { $0 == "#" }
          if actual != shown, !isTooWide { others += 1 }
        }
      }
      #expect(others == 0, "\(path): \(others) of \((rows.count - 1) * formats.count) cases differ")
    }
  }
}
