import Documents
import FormReading
import Foundation
import ReportModel
import Testing

/// This year's and last year's table in one sheet are never read as one in silence.
///
/// Every drawing is tried with one kind of year line; with `TWO_YEARS=all` in the environment, with each.
struct TwoYearsTests {
  static let isWhole = ProcessInfo.processInfo.environment["TWO_YEARS"] == "all"

  /// Where last year's table stands.
  enum Place: String, CaseIterable {
    case above, below, left, right, otherSheet
  }

  /// How the years are named.
  enum YearLine: String, CaseIterable {
    case none, years, words, first, second

    /// The lines above this year's and last year's table.
    var titles: (String?, String?) {
      switch self {
      case .none: (nil, nil)
      case .years: ("2023年度", "2022年度")
      case .words: ("本年度", "上年度")
      case .first: ("2023年", nil)
      case .second: (nil, "2022年")
      }
    }
  }

  private func drawings(_ table: FormTable) -> [(String, Drawing)] {
    let draughtsman = LayoutBuilder(table: table)
    let official = draughtsman.official()
    var drawings = [
      ("official", official), ("transposed", official.transposed), ("list", draughtsman.list()),
      ("grouped list", draughtsman.groupedList()), ("unmerged", official.unmerged),
    ]
    if table.arrangement != .blocks {
      drawings += [("matrix", draughtsman.matrix()), ("narrow", draughtsman.narrow(.indented))]
      drawings += [("turned matrix", draughtsman.matrix().transposed)]
    }
    if table.arrangement == .sideBySide {
      drawings += LayoutBuilder.BlockTitle.allCases.map {
        ("stacked \($0)", draughtsman.stacked($0))
      }
    }
    return drawings
  }

  private func titled(_ drawing: Drawing, _ title: String?) -> Drawing {
    guard let title else { return drawing }
    var line = Drawing()
    line.put(.label(title), 1, 1)
    return line.above(drawing, gap: 0)
  }

  @Test(arguments: Forms.all.map(\.id), Place.allCases)
  func reportsTwoYears(form: String, place: Place) throws {
    let form = try #require(Forms.all.first { $0.id == form })
    // Tables three and four are drawn alike in all forms
    var (tried, refused) = (0, 0)
    for table in form.id == Forms.form2021.id ? form.tables : [form.tables[0]] {
      for (number, (name, drawing)) in drawings(table).enumerated() {
        for (index, line) in YearLine.allCases.enumerated()
        where Self.isWhole || index == number % YearLine.allCases.count {
          let drawings = arranged(drawing, place, line, gap: index % 3)
          tried += 1
          if !expectReported(form, table, drawings, "\(table.id) \(name) \(place) \(line)") {
            refused += 1
          }
        }
      }
    }
    #expect(refused <= tried / 4, "\(refused) of \(tried) documents were refused as a whole")
  }

  private func arranged(
    _ drawing: Drawing, _ place: Place, _ line: YearLine, gap: Int
  ) -> [Drawing] {
    var vandal = Mutator(seed: 4)
    let this = titled(drawing, line.titles.0)
    let last = titled(vandal.otherYear(drawing), line.titles.1)
    return switch place {
    case .above: [last.above(this, gap: gap)]
    case .below: [this.above(last, gap: gap)]
    case .left: [last.beside(this, gap: gap)]
    case .right: [this.beside(last, gap: gap)]
    case .otherSheet: [this, last]
    }
  }

  /// Expects that an error names each field of the table; false where no form is recognised at all.
  private func expectReported(
    _ form: FormDefinition, _ table: FormTable, _ drawings: [Drawing], _ comment: String
  ) -> Bool {
    let sample = Sample(distinct: form, seed: 3)
    let grids = drawings.enumerated().map {
      GridPainter().grid($1, sample, name: "Sheet\($0 + 1)")
    }
    let document = GridDocument(kind: "xlsx", grids: grids)
    let reader = FormReader(FormLibrary(Forms.all))
    guard let reading = try? reader.read(document, file: "form.xlsx", form: form.id) else {
      return false
    }
    let named = Set(
      reading.findings.filter { $0.severity == .error }.flatMap(\.cells).compactMap(\.field))
    let fields = table.fields
    let silent = fields.filter { !named.contains($0.description) }
    let wrong = silent.filter { reading.report.found($0) != sample.values[$0] }
    #expect(
      silent.isEmpty,
      "\(comment): \(silent.count) of \(fields.count) untold, \(wrong.count) wrong")
    return true
  }
}
