import Diagnostics
import Testing

@testable import Spreadsheets

@Suite struct SharedFormulaTests {
  /// The formula of A1 as it reads in `cell`.
  static func moved(_ formula: String, to cell: String) throws -> String? {
    let escaped = formula.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&amp;")
    let reference = try #require(CellReference(cell))
    let cells = try WorkbookFixture(
      rows: """
        <row r="10"><c r="J10"><f t="shared" ref="J10:Z99" si="3">\(escaped)</f><v>1</v></c></row>\
        <row r="\(reference.row)"><c r="\(cell)"><f t="shared" si="3"/><v>2</v></c></row>
        """
    ).cells()
    #expect(cells.first?.formula == formula)
    return cells.last?.formula
  }

  @Test(arguments: [
    ("A1+B2", "K12", "B3+C4"), ("$A1+B$2+$C$3", "K12", "$A3+C$2+$C$3"),
    ("SUM(A1:B2)", "J11", "SUM(A2:B3)"),
    ("LOG10(A1)", "J11", "LOG10(A2)"), ("\"A1\"&A1", "J11", "\"A1\"&A2"),
    ("\"a\"\"A1\"&B1", "J11", "\"a\"\"A1\"&B2"),
    ("'A1'!B1", "J11", "'A1'!B2"), ("Sheet1!B1", "J11", "Sheet1!B2"), ("A1!B1", "J11", "A1!B2"),
    ("[1]A1!B1", "J11", "[1]A1!B2"), ("Table1[A1]+A1", "J11", "Table1[A1]+A2"),
    ("rate1*A1", "J11", "rate1*A2"),
    ("SUM(A:A)", "K11", "SUM(B:B)"), ("SUM($A:B)", "K11", "SUM($A:C)"),
    ("SUM(1:2)", "K11", "SUM(2:3)"),
    ("SUM(1:$2)", "K11", "SUM(2:$2)"), ("A1.5", "K11", "A1.5"), ("1.5+2E1", "K11", "1.5+2E1"),
    ("A1048576", "J11", "A1"), ("XFD1", "K10", "A1"), ("B1", "I10", "A1"),
    ("中A1+A1", "J11", "中A1+A2"),
    ("XFE1+A1", "J11", "XFE1+A2"), ("TRUE+A1", "J11", "TRUE+A2"),
  ])
  func `a shared formula moves with its cell`(formula: String, cell: String, moved: String) throws {
    #expect(try Self.moved(formula, to: cell) == moved)
  }

  @Test func `a formula without its group's first cell is none`() throws {
    let cells = try WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"5\"/><v>7</v></c></row>"
    ).cells()
    #expect(cells.first?.value == .number(7))
    #expect(cells.first?.formula == nil)
  }

  @Test func `a formula may have no stored value, be an array, or hold escapes`() throws {
    let cells = try WorkbookFixture(
      rows: """
        <row r="1"><c r="A1"><f>B1&lt;1</f></c><c r="B1"><f t="array" ref="B1:B2">C1:C2*2</f><v>2</v>\
        </c><c r="C1" t="str"><f>"a_x000D_b"</f><v></v></c></row>
        """
    ).cells()
    #expect(cells.map(\.formula) == ["B1<1", "C1:C2*2", "\"a\rb\""])
    #expect(cells.map(\.value) == [.empty, .number(2), .text("")])
  }

  @Test func `shared formulas are counted for each cell`() throws {
    let cells = (2...9).map { "<c r=\"A\($0)\"><f t=\"shared\" si=\"0\"/><v>1</v></c>" }
    let rows = """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A9" si="0">B1+1</f><v>1</v></c></row>\
      \(cells.enumerated().map { "<row r=\"\($0.offset + 2)\">\($0.element)</row>" }.joined())
      """
    var limits = Limits.standard
    limits[.formulaBytes] = 36
    let fixture = WorkbookFixture(rows: rows)
    #expect(try fixture.cells(limits: limits).map(\.formula) == (1...9).map { "B\($0)+1" })
    limits[.formulaBytes] = 35
    let error = #expect(throws: (any Error).self) { try fixture.cells(limits: limits) }
    #expect("\(error as Any)".contains("formula-bytes (at most 35)"))
  }

  @Test func `escapes in a shared formula are those of each cell`() throws {
    let cells = try WorkbookFixture(
      rows: """
        <row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">"a_x000D_b"&amp;A2</f></c>\
        <c r="B1"><f t="shared" si="0"/></c></row>
        """
    ).cells()
    #expect(cells.map(\.formula) == ["\"a\rb\"&A2", "\"a\rb\"&B2"])
  }

  @Test(arguments: [
    "A1+B2", "$A1+B$2+$C$3", "SUM(A1:B2)", "SUM(A:A)", "SUM($A:B)", "SUM(1:2)", "SUM(1:$2)",
    "XFD1048576&A1", "ROW()*10+COLUMN()", "\"A1\"&A1", "Sheet1!B1+A1", "IF(B1>2,A1,$A1)",
  ])
  func `a shared formula evaluates like its text in each cell`(formula: String) {
    var cells: [String: FormulaCell] = ["XFD1048576": 9]
    for row in 1...6 {
      for column in ["A", "B", "C", "D"] {
        cells["\(column)\(row)"] = FormulaCell(.number(Double(row * 10 + Int(column.utf8.first!))))
      }
    }
    let shared = CellFormula.Shared(formula)
    // Ranges that go round the sheet's edge would hold the formula's own cell.
    let moves = [(0, 0), (1, 0), (0, 2), (3, 1)] + (formula.contains(":") ? [] : [(-2, -3)])
    for (rows, columns) in moves {
      let own = CellFormula(shared, moved: FormulaMove(rows: rows, columns: columns))
      var sheets = FormulaSheets(cells)
      sheets.cells[0][CellReference("J10")!] = FormulaCell(.empty, formula: own)
      #expect(sheets.result(of: "J10").described == sheets.evaluate(own.text, at: "J10").described)
    }
  }
}
