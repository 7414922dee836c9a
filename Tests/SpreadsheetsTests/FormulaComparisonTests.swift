import Diagnostics
import Foundation
import Spreadsheets
import Testing

/// A second opinion: what LibreOffice makes of the same formulas over the same cells.
@Suite("Formulas, as LibreOffice evaluates them") struct FormulaComparisonTests {
  struct Line {
    let formula: String
    let kind: String
    let text: String

    /// The result as ``FormulaResult/told`` writes it.
    var described: String {
      switch kind {
      case "number": Double(text).flatMap(NumberText.fifteenDigits) ?? text
      case "text": "\"\(text)\""
      default: text
      }
    }
  }

  private static let lines: [[String]] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/libreoffice-formulas.tsv")
    return ((try? String(contentsOf: file, encoding: .utf8)) ?? "")
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .map { $0.map(String.init) }
  }()

  private static var sheets: FormulaSheets {
    var cells: [String: [String: FormulaCell]] = ["Data": [:], "Other": [:]]
    for line in lines where line.first == "cell" {
      let place = line[1].split(separator: "!").map(String.init)
      let value: FormulaCell =
        switch line[2] {
        case "number": FormulaCell(.number(Double(line[3]) ?? .nan))
        case "boolean": FormulaCell(.boolean(line[3] == "TRUE"))
        case "formula": FormulaCell(formula: String(line[3].dropFirst()))
        default: FormulaCell(.text(line[3]))
        }
      cells[place[0]]?[place[1]] = value
    }
    var sheets = FormulaSheets([("Data", cells["Data"] ?? [:]), ("Other", cells["Other"] ?? [:])])
    sheets.definitions = ["total": "Data!$C$1", "block": "Data!$C$1:$C$3"]
    return sheets
  }

  @Test("gives the same result, or none")
  func agrees() {
    var evaluator = FormulaEvaluator(Self.sheets)
    var (same, none) = (0, 0)
    for fields in Self.lines where fields.first == "formula" {
      let line = Line(formula: fields[1], kind: fields[2], text: fields[3])
      // Row and column of the place do not count in these formulas.
      let result = evaluator.evaluate(
        line.formula, at: CellReference(row: 20, column: 30), onSheet: 0)
      if case .notEvaluated = result {
        none += 1
      } else {
        #expect(result.described == line.described, "\(line.formula)")
        same += 1
      }
    }
    #expect(same > 950)
    #expect(none < 50)
  }
}
