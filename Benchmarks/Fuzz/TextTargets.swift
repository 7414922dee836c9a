import Diagnostics
import Documents
import ReportModel
import Spreadsheets

/// A number format's code, applied to numbers of all sizes and to a text.
enum FormatTarget: FuzzTarget {
  static let name = "format"

  static func run(_ bytes: [UInt8]) throws {
    let format = DisplayFormat(
      NumberFormat(id: 164, code: String(decoding: bytes, as: UTF8.self)))
    for value in [0, -0.0, 1, -1.5, 1e-7, 0.1, 45351.75, -3, 2958466, 1e15, 1e300, .infinity] {
      _ = format.text(of: value)
      _ = format.text(of: value, in: .from1904)
    }
    _ = format.text(of: "文 text")
  }
}

/// A formula over a few cells, one of which is the formula itself.
enum FormulaTarget: FuzzTarget {
  static let name = "formula"

  private struct Cells: FormulaSource {
    let formula: String

    func cell(at reference: CellReference, onSheet sheet: Int) -> FormulaCell {
      switch (reference.row, reference.column) {
      case (1, 1): FormulaCell(formula: formula)
      case (2, 1): FormulaCell(.number(3))
      case (3, 1): FormulaCell(.text("7 文"))
      case (4, 1): FormulaCell(.boolean(true))
      case (5, 1): FormulaCell(formula: "A2+A1")
      default: FormulaCell()
      }
    }

    func sheetIndex(named name: String) -> Int? { name == "S" ? 0 : nil }
    func usedRange(ofSheet sheet: Int) -> CellRange? { CellRange("A1:C9") }
    func definition(ofName name: String, onSheet sheet: Int) -> String? {
      name == "n" ? "S!$A$2:$A$5" : nil
    }
  }

  static func run(_ bytes: [UInt8]) throws {
    guard let cell = CellReference("A1") else { return }
    var evaluator = FormulaEvaluator(Cells(formula: String(decoding: bytes, as: UTF8.self)))
    _ = evaluator.result(of: cell, onSheet: 0)
  }
}

/// A form's definition.
enum DefinitionTarget: FuzzTarget {
  static let name = "definition"

  static func run(_ bytes: [UInt8]) throws {
    for problem in FormDefinition.problems(in: bytes) { _ = problem.phrase.en }
    let form = try FormDefinition(json: bytes)
    for relation in form.relations { _ = form.instances(of: relation) }
  }
}

/// A web page.
enum PageTarget: FuzzTarget {
  static let name = "html"

  static func run(_ bytes: [UInt8]) throws {
    let document = try HTMLDocument.read(bytes)
    for grid in document.grids { promise(grid.cells.count < 10_000_000, "a grid beyond measure") }
  }
}
