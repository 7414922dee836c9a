import Spreadsheets
import Testing

/// What a blank, a truth value or a text counts as beside an operator and in an aggregate.
@Suite("Values in formulas, as what they count") struct FormulaCoercionTests {
  static let sheets = FormulaSheets([
    "A1": 2, "A2": -2, "A3": 0, "A4": "b", "A5": FormulaCell(.text("")), "A6": true, "A7": false,
    "A9": "12", "B1": 5, "B2": "x", "B4": FormulaCell(.text("")), "B6": 0, "B7": false,
  ])

  /// A8 is blank.
  @Test(
    "a blank compares as the nothing of the other's kind",
    arguments: [
      ("A1", [false, false, true]), ("A2", [true, false, false]), ("A3", [false, true, false]),
      ("A4", [false, false, true]), ("A5", [false, true, false]), ("A6", [false, false, true]),
      ("A7", [false, true, false]), ("A8", [false, true, false]),
    ])
  func comparesWithABlank(cell: String, expected: [Bool]) {
    let mirrored = [">", "=", "<"]
    for (index, operation) in ["<", "=", ">"].enumerated() {
      let described = expected[index] ? "TRUE" : "FALSE"
      #expect(
        Self.sheets.evaluate("\(cell)\(operation)A8").described == described,
        "\(cell)\(operation)A8")
      #expect(Self.sheets.evaluate("A8\(mirrored[index])\(cell)").described == described)
      let opposite = expected[index] ? "FALSE" : "TRUE"
      let negated = ["<": ">=", "=": "<>", ">": "<="][operation] ?? ""
      #expect(Self.sheets.evaluate("\(cell)\(negated)A8").described == opposite)
    }
  }

  @Test(
    "numbers come before texts, texts before truth values",
    arguments: [
      ("1<2", true), ("2<1", false), ("1<1", false), ("1<=1", true), ("1>=1", true),
      ("2<=1", false),
      ("9<\"a\"", true), ("\"a\"<9", false), ("9<FALSE", true), ("FALSE<9", false),
      ("\"z\"<FALSE", true),
      ("FALSE<\"z\"", false), ("FALSE<TRUE", true), ("TRUE<FALSE", false), ("TRUE<TRUE", false),
      ("\"a\"<\"b\"", true), ("\"b\"<\"a\"", false), ("\"A\"<\"b\"", true), ("\"a\"<\"A\"", false),
      ("1=\"1\"", false), ("1=TRUE", false), ("\"TRUE\"=TRUE", false), ("TRUE=TRUE", true),
      ("TRUE=FALSE", false), ("\"a\"=\"b\"", false), ("1=2", false),
      ("0.1+0.2>0.3", false), ("0.1+0.2<0.3", false), ("1<1.0000000001", true),
    ])
  func orders(formula: String, result: Bool) {
    #expect(Self.sheets.evaluate(formula).described == (result ? "TRUE" : "FALSE"))
  }

  @Test(
    "counts as a number",
    arguments: [
      ("A8+1", "1"), ("A6+1", "2"), ("A7+1", "1"), ("A9+1", "13"), ("\" 12 \"+1", "13"),
      ("\"-1.5\"*2", "-3"),
      ("A5+1", "#VALUE!"), ("A4*1", "#VALUE!"), ("A8*5", "0"), ("5/A8", "#DIV/0!"), ("A8/5", "0"),
      ("A8^0", "#NUM!"),
      ("A8^2", "0"), ("0^-1", "#DIV/0!"), ("2^-2", "0.25"), ("4^0.5", "2"), ("A8-A1", "-2"),
      ("-A8", "0"),
      ("2^1023/2^1023", "1"), ("A6%", "0.01"),
    ])
  func countsAsANumber(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "counts as a text",
    arguments: [
      ("A8&\"x\"", "\"x\""), ("A6&A7", "\"TRUEFALSE\""), ("A1&A2", "\"2-2\""), ("A3&\"\"", "\"0\""),
      ("0.0001&\"\"", "\"0.0001\""),
      ("0.00005&\"\"", "? it is unclear what number the text “5e-05” means"),
      ("100000000000000&\"\"", "\"100000000000000\""),
    ])
  func countsAsAText(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "counts as a truth value",
    arguments: [
      ("IF(A8,1,2)", "2"), ("IF(A1,1,2)", "1"), ("IF(A2,1,2)", "1"), ("IF(A3,1,2)", "2"),
      ("IF(A6,1,2)", "1"),
      ("IF(\"False\",1,2)", "2"), ("IF(\"TRUE\",1,2)", "1"), ("IF(A4,1,2)", "#VALUE!"),
      ("IF(A5,1,2)", "#VALUE!"),
    ])
  func countsAsTruth(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "aggregates tell numbers, blanks and texts of no length apart",
    arguments: [
      ("COUNTBLANK(B1:B7)", "3"), ("COUNTBLANK(B4)", "1"), ("COUNTBLANK(B3)", "1"),
      ("COUNTBLANK(B6:B7)", "0"),
      ("COUNTBLANK(B1:B2)", "0"), ("COUNT(B1:B7)", "2"), ("COUNTA(B1:B7)", "5"),
      ("COUNTA(B3:B4)", "1"),
      ("COUNT(A1:A9)", "3"), ("COUNTA(A1:A9)", "8"), ("COUNT(A9)", "0"), ("COUNT(\"12\")", "1"),
      ("COUNT(TRUE)", "1"),
      ("COUNT(,)", "2"), ("COUNTA(,)", "2"), ("SUM(A1:A9)", "0"), ("SUM(A6,A1)", "2"),
      ("SUM(TRUE,A1)", "3"),
      ("SUM(\"3\",A1)", "5"), ("MIN(A1:A9)", "-2"), ("MAX(A1:A9)", "2"), ("MIN(A4:A5)", "0"),
      ("MAX(A2)", "-2"),
      ("MIN(B1)", "5"), ("AVERAGE(A1:A3,6)", "1.5"), ("AVERAGE(A4:A5)", "#DIV/0!"),
      ("PRODUCT(A1:A2)", "-4"),
      ("PRODUCT(A4:A5)", "0"), ("PRODUCT(B1,A1,)", "0"), ("SUM(1E16,1,-1E16)", "1"),
      ("SUM(1,1E16,-1E16)", "1"),
      ("SUM(0.1,0.2,0.3)", "0.6"), ("AVERAGE(1E16,1,-1E16)", "0.333333333333333"),
    ])
  func aggregates(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }
}
