import Foundation
import Languages
import Spreadsheets
import Testing

@Suite("Formulas, evaluated") struct FormulaEvaluatorTests {
  static let sheets: FormulaSheets = {
    var sheets = FormulaSheets([
      (
        "Sheet1",
        [
          "A1": 1, "A2": 2.5, "A3": "/", "A4": true, "A6": "12", "B1": "=SUM(A1:A6)", "B2": "=B1*2",
          "B3": "#DIV/0!", "B4": "=VLOOKUP(1,A:B,2)", "B5": "=B4+1",
          "B6": FormulaCell(.number(7), formula: "VLOOKUP(1,A:B,2)"),
        ]
      ),
      ("依申请公开", ["D6": 9, "D7": "=D6+1"]),
      ("It's me", ["A1": 5]),
    ])
    sheets.definitions = [
      "f.x": "依申请公开!$D$6", "rate": "0.5", "loop": "loop+1", "everything": "Sheet1!$A$1:$A$6",
    ]
    return sheets
  }()

  @Test(
    "operators bind as in a spreadsheet",
    arguments: [
      ("1+2*3", "7"), ("(1+2)*3", "9"), ("-2^2", "4"), ("2^3^2", "64"), ("10-2-3", "5"),
      ("8/2/2", "2"),
      ("50%", "0.5"), ("--5", "5"), ("-\"3\"", "-3"), ("+\"a\"", "\"a\""), ("1=1", "TRUE"),
      ("1<>1", "FALSE"),
      ("\"a\"&1+1&\"b\"", "\"a2b\""), ("2>=1", "TRUE"), ("\"A\"=\"a\"", "TRUE"),
      ("1<\"a\"", "TRUE"),
      ("\"a\"<TRUE", "TRUE"), ("0.1+0.2=0.3", "TRUE"), ("1-0.9-0.1", "0"), ("=1+1", "2"),
      ("1E3", "1000"),
      (" 1 +\n2 ", "3"), ("TRUE+1", "2"), ("5%%", "0.0005"), ("2^-1", "0.5"),
      ("\"he said \"\"hi\"\"\"", "\"he said \"hi\"\""),
      ("A5=0", "TRUE"), ("A5=\"\"", "TRUE"), ("A5=FALSE", "TRUE"), ("A5&\"x\"", "\"x\""),
    ])
  func bindsOperators(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).told == result)
  }

  @Test(
    "reads cells, ranges, sheets and names",
    arguments: [
      ("A1", "1"), ("$A$2", "2.5"), ("A5", "0"), ("SUM(A1:A6)", "3.5"), ("SUM(A:A)", "3.5"),
      ("SUM(1:2)", "14"),
      ("SUM($A$1:$A$2)", "3.5"), ("依申请公开!D6", "9"), ("'依申请公开'!D7", "10"), ("'It''s me'!A1", "5"),
      ("SHEET1!A1", "1"), ("f.x+1", "10"), ("rate*4", "2"), ("SUM(everything)", "3.5"),
      ("SUM(A1,A2,1)", "4.5"),
      ("SUM(依申请公开!D:D)", "19"), ("B2", "7"), ("A6+1", "13"), ("SUM(A1:A6,\"3\")", "6.5"),
    ])
  func readsReferences(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).told == result)
  }

  @Test(
    "errors propagate",
    arguments: [
      ("1/0", "#DIV/0!"), ("B3+1", "#DIV/0!"), ("SUM(B1:B3)", "#DIV/0!"), ("\"a\"+1", "#VALUE!"),
      ("#REF!+1", "#REF!"),
      ("Sheet1!#REF!", "#REF!"), ("A3+1", "#VALUE!"), ("IFERROR(1/0,\"x\")", "\"x\""),
      ("IFERROR(5,6)", "5"), ("NA()", "#N/A"),
      ("IFNA(1/0,1)", "#DIV/0!"), ("IF(1/0,1,2)", "#DIV/0!"), ("COUNT(B3,1)", "1"),
      ("COUNTA(B3,1)", "2"), ("10^400", "#NUM!"),
      ("1E300*1E300", "#NUM!"), ("ISERROR(B3)", "TRUE"), ("SUM(\"a\")", "#VALUE!"),
    ])
  func propagatesErrors(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).told == result)
  }

  @Test(
    "what it does not know is not evaluated, never 0",
    arguments: [
      ("VLOOKUP(1,A:B,2)", "? the function VLOOKUP is not supported"),
      ("B5", "? the function VLOOKUP is not supported"),
      ("SUM(1,TODAY())", "? the function TODAY is not supported"),
      ("IFERROR(TODAY(),0)", "? the function TODAY is not supported"),
      ("{1,2}", "? {…} is not supported"), ("[1]Sheet1!A1", "? […] is not supported"),
      ("'[a.xlsx]Sheet1'!A1", "? […] is not supported"), ("Table1[x]", "? […] is not supported"),
      ("@A1", "? @ is not supported"),
      ("unknown+1", "? there is no name or sheet “unknown”"),
      ("Nowhere!A1", "? there is no name or sheet “Nowhere”"),
      ("A1:A3+1", "? A1:A3 is not supported"),
      ("SUM(Sheet1:Sheet2!A1)", "? Sheet1:… is not supported"),
      ("1+", "? it is no formula from byte 3 on"), ("(1", "? it is no formula from byte 3 on"),
      ("", "? it is no formula from byte 1 on"),
      ("1 2", "? it is no formula from byte 3 on"), ("\"a", "? it is no formula from byte 3 on"),
      ("A1:INDEX(A:A,2)", "? A1:… is not supported"),
      ("\"2021-1-1\"+1", "? it is unclear what number the text “2021-1-1” means"),
      ("\"１２\"+1", "? it is unclear what number the text “１２” means"),
      ("\"甲\"<\"乙\"", "? < is not supported"),
      ("loop", "? it is too long, too deep or reads too many cells"),
      ("ABS(1,2)", "? the function ABS is not supported"),
    ])
  func admitsWhatItDoesNotKnow(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).told == result)
  }

  @Test(
    "tells obstacles in Chinese",
    arguments: [
      (FormulaObstacle.function("X"), "不支持函数 X"), (.construct("{…}"), "不支持 {…}"),
      (.unknownName("x"), "找不到名称或工作表“x”"), (.cycle, "循环引用"), (.syntax(offset: 3), "从第 3 字节起不是公式"),
      (.unclearNumber("x"), "文本“x”算作什么数字不明确"), (.tooLarge, "公式过长、嵌套过深或引用过多"),
    ])
  func tellsObstacles(obstacle: FormulaObstacle, text: String) {
    #expect(obstacle.phrase.zh == text)
  }

  @Test("a stored result counts where a cell's formula is not evaluated")
  func fallsBackOnStoredResults() {
    #expect(Self.sheets.evaluate("B6+1").told == "8")
    #expect(Self.sheets.result(of: "B6").told == "? the function VLOOKUP is not supported")
  }

  @Test("a fresh result goes before a stored one")
  func prefersFreshResults() {
    let sheets = FormulaSheets([
      "A1": 1, "A2": FormulaCell(.number(99), formula: "A1+1"),
      "A3": FormulaCell(.number(100), formula: "A2+1"),
    ])
    #expect(sheets.result(of: "A3").told == "3")
    #expect(sheets.result(of: "A3").differs(from: .number(100)))
    #expect(!sheets.result(of: "A3").differs(from: .number(3)))
    #expect(!sheets.result(of: "A3").differs(from: .empty))
    #expect(sheets.result(of: "A3").differs(from: .text("3")))
    #expect(!FormulaResult.value(.number(0.3)).differs(from: .number(0.1 + 0.2)))
    #expect(!FormulaResult.notEvaluated(.cycle).differs(from: .number(1)))
  }

  @Test(
    "finds cycles, however long, and what hangs on them",
    arguments: [1, 2, 3, 63, 64, 65, 200, 1000])
  func findsCycles(length: Int) {
    var cells: [String: FormulaCell] = ["B1": "=A1+1", "C1": "=SUM(A:A)"]
    for row in 1...length {
      cells["A\(row)"] = FormulaCell(.number(5), formula: "A\(row == length ? 1 : row + 1)+1")
    }
    let sheets = FormulaSheets(cells)
    #expect(sheets.result(of: "A1") == .notEvaluated(.cycle))
    #expect(sheets.result(of: "B1") == .notEvaluated(.cycle))
    #expect(sheets.result(of: "C1") == .notEvaluated(.cycle))
  }

  @Test("IF evaluates only the branch that counts, so that the other may be a cycle")
  func evaluatesOneBranch() {
    let sheets = FormulaSheets(["A1": "=IF(TRUE,1,A1)", "A2": "=IF(FALSE,TODAY(),2)"])
    #expect(sheets.result(of: "A1").told == "1")
    #expect(sheets.result(of: "A2").told == "2")
  }

  @Test("follows long chains without a deep stack", arguments: [false, true])
  func followsChains(fromTheEnd: Bool) {
    var cells: [String: FormulaCell] = ["A1": 1]
    for row in 2...5000 { cells["A\(row)"] = FormulaCell(formula: "A\(row - 1)+1") }
    var evaluator = FormulaEvaluator(FormulaSheets(cells))
    let rows = fromTheEnd ? [5000, 10] : [10, 5000]
    for row in rows {
      #expect(
        evaluator.result(of: CellReference(row: row, column: 1), onSheet: 0)
          == .value(.number(Double(row))))
    }
  }

  @Test("hostile formulas neither trap nor hang")
  func standsHostileFormulas() {
    let deep = String(repeating: "(", count: 100_000)
    let nested = String(repeating: "IF(1,", count: 70) + "1" + String(repeating: ")", count: 70)
    let tooLarge = "? it is too long, too deep or reads too many cells"
    #expect(Self.sheets.evaluate(deep).told == tooLarge)
    #expect(Self.sheets.evaluate(String(deep.prefix(1000))).told == tooLarge)
    #expect(Self.sheets.evaluate(nested).told == tooLarge)
    #expect(Self.sheets.evaluate(String(repeating: "-", count: 50_001) + "1").told == "-1")
    #expect(Self.sheets.evaluate("1" + String(repeating: "+1", count: 20_000)).told == "20001")
    #expect(Self.sheets.evaluate("1" + String(repeating: "%", count: 50_000)).told == "0")
    #expect(Self.sheets.evaluate("SUM(A1:XFD1048576)").told == "#DIV/0!")
    #expect(Self.sheets.evaluate("COUNTBLANK(依申请公开!A1:XFD1048576)").told == "17179869182")
    #expect(Self.sheets.evaluate("ROUND(1,1E300)").told == "1")
    #expect(Self.sheets.evaluate("REPT(\"ab\",1E9)").told == "#VALUE!")
    #expect(Self.sheets.evaluate("MID(\"abc\",1E300,1E300)").told == "\"\"")
    #expect(Self.sheets.evaluate("2^1E9").told == "? ^ is not supported")
    #expect(Self.sheets.evaluate("A99999999").told == "? there is no name or sheet “A99999999”")
    #expect(Self.sheets.evaluate("\u{0}\u{FFFF}😀").told.hasPrefix("?"))
  }

  @Test("lists the functions that it knows")
  func listsFunctions() {
    #expect(FormulaFunctions.names.contains("SUMPRODUCT"))
    #expect(FormulaFunctions.names == FormulaFunctions.names.sorted())
  }
}
