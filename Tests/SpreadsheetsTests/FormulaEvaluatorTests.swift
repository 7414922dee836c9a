import Diagnostics
import Foundation
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
      "f.x": "依申请公开!$D$6", "rate": "0.5", "loop": "loop+1", "toloop": "loop*2",
      "everything": "Sheet1!$A$1:$A$6",
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
    #expect(Self.sheets.evaluate(formula).described == result)
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
    #expect(Self.sheets.evaluate(formula).described == result)
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
    #expect(Self.sheets.evaluate(formula).described == result)
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
      ("loop", "? it depends on itself"), ("toLoop", "? it depends on itself"),
      ("ABS(1,2)", "? the function ABS is not supported"),
    ])
  func admitsWhatItDoesNotKnow(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "tells unsupportedReasons in Chinese",
    arguments: [
      (UnsupportedReason.function("X"), "不支持函数 X"), (.construct("{…}"), "不支持 {…}"),
      (.unknownName("x"), "找不到名称或工作表“x”"), (.cycle, "循环引用"), (.syntax(offset: 3), "从第 3 字节起不是公式"),
      (.unclearNumber("x"), "文本“x”算作什么数字不明确"), (.tooLarge, "公式过长、嵌套过深或引用过多"),
      (
        .limit(LimitExceeded(limit: .formulaWork, bound: 7)),
        "超出安全限制 formula-work（上限 7）；确信文件无害时，可放宽此限制"
      ),
      (.function(String(repeating: "长", count: 81)), "不支持函数 \(String(repeating: "长", count: 80))…"),
    ])
  func reportsObstacles(unsupportedReason: UnsupportedReason, text: String) {
    #expect(unsupportedReason.phrase.zh == text)
  }

  @Test("a stored result counts where a cell's formula is not evaluated")
  func fallsBackOnStoredResults() {
    #expect(Self.sheets.evaluate("B6+1").described == "8")
    #expect(Self.sheets.result(of: "B6").described == "? the function VLOOKUP is not supported")
  }

  @Test("a fresh result goes before a stored one")
  func prefersFreshResults() {
    let sheets = FormulaSheets([
      "A1": 1, "A2": FormulaCell(.number(99), formula: "A1+1"),
      "A3": FormulaCell(.number(100), formula: "A2+1"),
    ])
    #expect(sheets.result(of: "A3").described == "3")
    #expect(sheets.result(of: "A3").differs(from: .number(100)))
    #expect(!sheets.result(of: "A3").differs(from: .number(3)))
    #expect(!sheets.result(of: "A3").differs(from: .empty))
    #expect(sheets.result(of: "A3").differs(from: .text("3")))
    #expect(!FormulaResult.value(.number(0.3)).differs(from: .number(0.1 + 0.2)))
    #expect(!FormulaResult.notEvaluated(.cycle).differs(from: .number(1)))
  }

  @Test(
    "finds cycles, however long, and what hangs on them",
    arguments: [1, 2, 3, 64, 1000, 20_000])
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
    #expect(sheets.result(of: "A1").described == "1")
    #expect(sheets.result(of: "A2").described == "2")
  }

  /// What the last of a chain of 6,000 formulas comes to, and the tenth, evaluated on a thread's small stack.
  static let chains: [(String, String, String)] = [
    ("A#", "1", "1"), ("A#+1", "6000", "10"), ("IF(A#>0,A#,0)", "1", "1"),
    ("IF(TRUE,A#)", "1", "1"), ("IFERROR(1/0,A#)", "1", "1"), ("IFERROR(A#+1,0)", "6000", "10"),
    ("SUM(A#,1)", "6000", "10"), ("SUM(A#:A#)", "1", "1"), ("((((A#))))", "1", "1"),
    ("-(-A#)", "1", "1"), ("--A#%*100", "1", "1"), ("MAX(ABS(A#),INT(A#))", "1", "1"),
    ("SUMPRODUCT(A#*1)", "1", "1"), ("COUNTIF(A#,1)", "1", "1"), ("LEFT(A#&\"x\")*1", "1", "1"),
    ("step#", "1", "1"),
  ]

  @Test("follows long chains of any expression without a deep stack", arguments: chains)
  func followsChains(formula: String, last: String, tenth: String) {
    var cells: [String: FormulaCell] = ["A1": 1]
    var definitions: [String: String] = [:]
    for row in 2...6_000 {
      let text = formula.split(separator: "#", omittingEmptySubsequences: false)
      cells["A\(row)"] = FormulaCell(formula: text.joined(separator: String(row - 1)))
      definitions["step\(row - 1)"] = "Sheet1!$A$\(row - 1)"
    }
    var sheets = FormulaSheets(cells)
    sheets.definitions = definitions
    var evaluator = FormulaEvaluator(sheets)
    for row in [6_000, 10] {
      let result = evaluator.result(of: CellReference(row: row, column: 1), onSheet: 0)
      #expect(result.described == (row == 10 ? tenth : last))
    }
  }

  @Test("follows names that stand for names")
  func followsNames() {
    var sheets = FormulaSheets(["A1": 5])
    sheets.definitions["name1"] = "Sheet1!$A$1"
    for number in 2...20_000 { sheets.definitions["name\(number)"] = "name\(number - 1)" }
    #expect(sheets.evaluate("name20000+1").described == "6")
    sheets.definitions["name1"] = "name20000"
    #expect(sheets.evaluate("name20000+1").described == "? it depends on itself")
  }

  @Test("evaluates a range of formulas that are not evaluated in linear work")
  func evaluatesRanges() {
    var cells: [String: FormulaCell] = ["B1": "=SUM(A:A)", "C1": "=SUMIF(A:A,\">0\",A1)"]
    for row in 1...5_000 { cells["A\(row)"] = FormulaCell(formula: "ROW()*0+1") }
    var limits = Limits()
    limits[.formulaWork] = 250_000
    for place in ["B1", "C1"] {
      var evaluator = FormulaEvaluator(FormulaSheets(cells), limits: limits)
      #expect(evaluator.result(of: CellReference(place)!, onSheet: 0).described == "5000")
    }
  }

  @Test(
    "text is bound to what a cell holds",
    arguments: [
      ("LEN(REPT(\"x\",32767))", "32767"), ("REPT(\"x\",32768)", "#VALUE!"),
      ("LEN(REPT(\"中\",32767))", "32767"), ("LEN(REPT(\"x\",32766)&\"x\")", "32767"),
      ("REPT(\"x\",32767)&\"x\"", "#VALUE!"), ("REPT(\"中\",32767)&\"x\"", "#VALUE!"),
      ("CONCATENATE(REPT(\"x\",32767),\"x\")", "#VALUE!"),
      ("SUBSTITUTE(REPT(\"x\",32767),\"x\",\"xy\")", "#VALUE!"),
      ("LEN(SUBSTITUTE(REPT(\"x\",32767),\"xx\",\"x\"))", "16384"),
      ("UPPER(REPT(\"ß\",32767))", "#VALUE!"),
    ])
  func boundsText(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  /// Formulas of the cells below the first, each of which needs more than the one above.
  static let doublings = [
    "A#&A#", "CONCATENATE(A#,A#)", "REPT(A#,2)", "SUBSTITUTE(A#,\"x\",\"xx\")", "A#&\"\"&A#",
    "IF(TRUE,A#&A#)", "LEFT(A#&A#,30000)",
  ]

  @Test("doubled text ends at the bound, whatever doubles it", arguments: doublings)
  func boundsDoublings(formula: String) {
    var cells: [String: FormulaCell] = ["A1": "x"]
    for row in 2...60 {
      let text = formula.split(separator: "#", omittingEmptySubsequences: false)
      cells["A\(row)"] = FormulaCell(formula: text.joined(separator: String(row - 1)))
    }
    var evaluator = FormulaEvaluator(FormulaSheets(cells))
    for row in 1...60 {
      let result = evaluator.result(of: CellReference(row: row, column: 1), onSheet: 0)
      if case .value(.text(let text)) = result { #expect(text.utf16.count <= 32_767) }
    }
    let last = evaluator.result(of: CellReference("A60")!, onSheet: 0).described
    #expect(last == "#VALUE!" || last.utf8.count == 30_002)
  }

  @Test("all work of an evaluator is bound by the limit, which is named")
  func boundsWork() {
    var cells: [String: FormulaCell] = [:]
    for row in 1...100 {
      cells["A\(row)"] = FormulaCell(.number(Double(row)))
      cells["B\(row)"] = "=SUM(A$1:A$100)"
    }
    var limits = Limits()
    limits[.formulaWork] = 3_000
    var evaluator = FormulaEvaluator(FormulaSheets(cells), limits: limits)
    let results = (1...100).map {
      evaluator.result(of: CellReference(row: $0, column: 2), onSheet: 0).described
    }
    #expect(results.first == "5050")
    #expect(
      results.last == """
        ? goes beyond the safety limit formula-work (at most 3000); if you trust the file, raise this \
        limit
        """)
    limits[.formulaWork] = 30_000
    evaluator = FormulaEvaluator(FormulaSheets(cells), limits: limits)
    #expect(evaluator.result(of: CellReference("B100")!, onSheet: 0).described == "5050")
  }

  @Test("work of exactly the limit is done")
  func allowsTheLimit() {
    // Four bytes of the formula, three steps, and the cell that it refers to
    for (bound, isDone) in [(7, false), (8, true)] {
      var limits = Limits()
      limits[.formulaWork] = bound
      var evaluator = FormulaEvaluator(FormulaSheets(["A1": 1, "B1": "=A1+1"]), limits: limits)
      #expect((evaluator.result(of: CellReference("B1")!, onSheet: 0).described == "2") == isDone)
    }
  }

  @Test("names that double each other end at the limit")
  func boundsNames() {
    var sheets = FormulaSheets(["A1": 1])
    sheets.definitions["name0"] = "1"
    for number in 1...60 {
      sheets.definitions["name\(number)"] = "name\(number - 1)+name\(number - 1)"
    }
    #expect(sheets.evaluate("name8").described == "256")
    #expect(sheets.evaluate("name60").described.contains("formula-work"))
  }

  @Test(
    "relative references in a name are those of the cell that uses it",
    arguments: [
      ("left*2", "B2", "4"), ("left*2", "B3", "6"), ("SUM(above)", "A4", "6"),
      ("SUM(above)", "A3", "3"), ("left", "A1", "9"), ("column", "B1", "6"),
      ("SUM(column)", "C1", "6"),
      ("fixed", "C9", "1"),
    ])
  func movesNames(formula: String, place: String, result: String) {
    var sheets = FormulaSheets([
      "A1": 1, "A2": 2, "A3": 3, "XFD1": 9,
    ])
    sheets.definitions = [
      // As a file has them: relative to A1, and beyond the sheet's edge from its other side.
      "left": "Sheet1!XFD1", "above": "Sheet1!A$1:A1048576", "column": "SUM(Sheet1!$A:$A)",
      "fixed": "Sheet1!$A$1",
    ]
    #expect(sheets.evaluate(formula, at: place).described == result)
  }

  @Test("hostile formulas neither trap nor hang")
  func standsHostileFormulas() {
    let deep = String(repeating: "(", count: 100_000)
    let nested = String(repeating: "IF(1,", count: 70) + "1" + String(repeating: ")", count: 70)
    let tooLarge = "? it is too long, too deep or reads too many cells"
    #expect(Self.sheets.evaluate(deep).described == tooLarge)
    #expect(Self.sheets.evaluate(String(deep.prefix(1000))).described == tooLarge)
    #expect(Self.sheets.evaluate(nested).described == tooLarge)
    #expect(Self.sheets.evaluate("SUMIF(A1:A2,1,A1048576)").described == "0")
    #expect(
      Self.sheets.evaluate("1" + String(repeating: "&1", count: 4_000)).described.count == 4_003)
    #expect(Self.sheets.evaluate(String(repeating: "-", count: 50_001) + "1").described == "-1")
    #expect(Self.sheets.evaluate("1" + String(repeating: "+1", count: 20_000)).described == "20001")
    #expect(Self.sheets.evaluate("1" + String(repeating: "%", count: 50_000)).described == "0")
    #expect(Self.sheets.evaluate("SUM(A1:XFD1048576)").described == "#DIV/0!")
    #expect(Self.sheets.evaluate("COUNTBLANK(依申请公开!A1:XFD1048576)").described == "17179869182")
    #expect(Self.sheets.evaluate("ROUND(1,1E300)").described == "1")
    #expect(Self.sheets.evaluate("REPT(\"ab\",1E9)").described == "#VALUE!")
    #expect(Self.sheets.evaluate("MID(\"abc\",1E300,1E300)").described == "\"\"")
    #expect(Self.sheets.evaluate("2^1E9").described == "? ^ is not supported")
    #expect(
      Self.sheets.evaluate("A99999999").described == "? there is no name or sheet “A99999999”")
    #expect(Self.sheets.evaluate("\u{0}\u{FFFF}😀").described.hasPrefix("?"))
  }

  @Test("lists the functions that it knows")
  func listsFunctions() {
    #expect(FormulaFunctions.names.contains("SUMPRODUCT"))
    #expect(FormulaFunctions.names == FormulaFunctions.names.sorted())
  }
}
