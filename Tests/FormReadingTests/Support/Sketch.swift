import Diagnostics
import Documents
import ReportModel

@testable import FormReading

/// A grid written down: a line a row, `|` between its cells; digits are numbers.
struct Sketch {
  let grid: Grid

  /// Makes the grid of `text`, with merged areas such as `B1:C1` on columns A to Z.
  init(_ text: String, merges: [String] = [], name: String = "Sheet1") {
    var cells: [GridCell] = []
    for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let texts = line.split(separator: "|", omittingEmptySubsequences: false)
      for (column, text) in texts.enumerated() {
        let text = text.trimming { $0 == " " }
        guard !text.isEmpty else { continue }
        let place = GridReference(row: row + 1, column: column + 1)
        cells.append(GridCell(place, Double(text).map(GridValue.number) ?? .text(String(text))))
      }
    }
    grid = Grid(name: name, cells: cells, merges: merges.map(Self.range))
  }

  private static func range(_ text: String) -> GridRange {
    let ends = text.split(separator: ":").map { end in
      GridReference(
        row: Int(end.dropFirst()) ?? 0, column: Int(end.utf8.first ?? 0) - 0x40)
    }
    return GridRange(ends[0], ends[ends.count - 1])
  }

  var document: GridDocument { GridDocument(kind: "xlsx", grids: [grid]) }

  /// The grid as the locator looks at it, with what its texts may stand for in `table`.
  func site(_ table: FormTable) -> TableContext {
    var book = TextTable(KnownTexts())
    let view = GridView(grid, index: 0, book: &book)
    let axes = TableAxes(table, KnownLabels(of: { [SmallForm.definition] }))
    return TableContext(source: grid, view: view, matches: AxisMatches(axes, book))
  }
}

extension Substring {
  fileprivate func trimming(_ isSpace: (Character) -> Bool) -> Substring {
    var rest = self
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }
}

/// A form of one small table, with labels that do not resemble each other.
enum SmallForm {
  static let definition: FormDefinition = {
    let json = """
      {"id": "small", "title": "仓库物资年度报告", "source": "x", "firstYear": 2000, "lastYear": 2999,
       "order": ["stock"], "instructions": [], "contact": [], "sections": [], "relations": [],
       "tables": [{"id": "stock", "label": "库存情况", "sheet": "库存", "arrangement": "matrix",
        "columns": [
         {"id": "in", "path": ["数量", "本期收入"], "kind": "count"},
         {"id": "out", "path": ["数量", "发出合格"], "kind": "count"},
         {"id": "left", "path": ["期末结存"], "kind": "count"}],
        "rows": [
         {"id": "wheat", "path": ["粮食类", "小麦面粉"]}, {"id": "rice", "path": ["粮食类", "优质大米"]},
         {"id": "oil", "path": ["油料类", "花生油桶"]},
         {"id": "tea", "path": ["油料类", "茶叶包装"], "takesGroup": true},
         {"id": "salt", "path": ["精制食盐"]}]}]}
      """
    do { return try FormDefinition(json: Array(json.utf8)) } catch { fatalError("\(error)") }
  }()

  static var table: FormTable { definition.tables[0] }

  /// The report of the form in `sketch`.
  static func read(_ sketch: Sketch, limits: Limits = .standard) throws -> FormReading {
    try FormReader(FormLibrary([definition]), limits: limits)
      .read(sketch.document, file: "x", form: "small")
  }
}

extension FormReading {
  /// The values of a row of the small form in short: numbers, `-` for a blank, `?` for what was not found.
  func described(_ row: String) -> String {
    ["in", "out", "left"].map { column in
      switch report.found(FieldName(table: "stock", row: row, column: column)) {
      case .number(let number)?: "\(number)"
      case .blank?: "-"
      case .notApplicable?: "/"
      case .unreadable(let text)?: "“\(text)”"
      case nil: "?"
      }
    }.joined(separator: " ")
  }

  /// The rules of the findings with the reference that they name first.
  var rules: [String] {
    findings.map { "\($0.rule.name) \($0.cells.first?.reference ?? "")" }
  }
}
