import Spreadsheets
import Testing

@Suite("Functions of formulas") struct FormulaFunctionTests {
  static let sheets = FormulaSheets([
    "A1": 1, "A2": 2, "A3": "/", "A4": true, "A5": "5", "A7": -3.5,
    "B1": "甲", "B2": "乙", "B3": "甲", "B4": "abc", "B5": ">2", "B7": "Abd",
    "C1": 10, "C2": 20, "C3": 30, "C4": 40, "C5": 50, "C7": 70,
    "E1": "#DIV/0!", "E2": "#N/A", "E3": 5,
  ])

  @Test(
    "aggregates pass over marks, texts and blanks in ranges",
    arguments: [
      ("SUM(A1:A7)", "-0.5"), ("AVERAGE(A1:A7)", "-0.166666666666667"), ("MIN(A1:A7)", "-3.5"),
      ("MAX(A1:A7)", "2"),
      ("COUNT(A1:A7)", "3"), ("COUNTA(A1:A7)", "6"), ("COUNTBLANK(A1:A7)", "1"),
      ("PRODUCT(A1:A2,3)", "6"),
      ("SUM(D1:D9)", "0"), ("MAX(D1:D9)", "0"), ("AVERAGE(D1:D9)", "#DIV/0!"),
      ("SUM(TRUE,\"2\",)", "3"), ("COUNT(TRUE,\"2\",\"x\")", "2"),
      ("SUMPRODUCT(A1:A3,C1:C3)", "50"), ("SUMPRODUCT((B1:B3=\"甲\")*C1:C3)", "40"),
      ("SUMPRODUCT(--(C1:C7>20))", "4"),
      ("SUMPRODUCT(A1:A2,C1:C3)", "#VALUE!"), ("SUMPRODUCT(C1:C3)", "60"),
      ("SUMPRODUCT(A1:A3*C1:C3)", "#VALUE!"),
    ])
  func aggregates(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "conditions select cells",
    arguments: [
      ("COUNTIF(B1:B7,\"甲\")", "2"), ("COUNTIF(C1:C7,\">20\")", "4"), ("COUNTIF(C1:C7,20)", "1"),
      ("COUNTIF(B1:B7,\"ab*\")", "2"),
      ("COUNTIF(B1:B7,\"AB?\")", "2"), ("COUNTIF(A1:A7,5)", "1"), ("COUNTIF(A1:A7,\"<>\")", "6"),
      ("COUNTIF(A1:A7,\"=\")", "1"),
      ("COUNTIF(B1:B7,\"<>甲\")", "5"), ("SUMIF(B1:B7,\"甲\",C1:C7)", "40"),
      ("SUMIF(C1:C7,\">=40\")", "160"),
      ("AVERAGEIF(B1:B7,\"甲\",C1:C7)", "20"), ("AVERAGEIF(B1:B7,\"x\",C1:C7)", "#DIV/0!"),
      ("COUNTIF(A1:A7,TRUE)", "1"),
      ("COUNTIF(C1:C7,D1)", "? COUNTIF is not supported"), ("SUMIF(C:C,\">=40\")", "160"),
      ("COUNTIF(B1:B7,\"*\")", "6"),
      ("COUNTIF(A1:A7,1/0)", "0"), ("COUNTIF(E1:E3,1/0)", "1"), ("COUNTIF(E1:E3,#N/A)", "1"),
      ("COUNTIF(E1:E3,\"#n/a\")", "1"), ("COUNTIF(E1:E3,\"<>#N/A\")", "2"),
      ("COUNTIF(E1:E3,\"=#DIV/0!\")", "1"), ("SUMIF(E1:E3,NA(),C1:C3)", "20"),
      ("AVERAGEIF(E1:E3,#REF!,C1:C3)", "#DIV/0!"), ("COUNTIF(#REF!,1)", "#REF!"),
      ("COUNTIF(A1:A7,\"TRUE\")", "? COUNTIF is not supported"),
      ("COUNTIF(A1:A7,REPT(\"a*\",128))", "? COUNTIF is not supported"),
    ])
  func selects(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "numbers round as the decimals that people see",
    arguments: [
      ("ROUND(2.675,2)", "2.68"), ("ROUND(-2.5,0)", "-3"), ("ROUND(1234.5678,-2)", "1200"),
      ("ROUND(0.5,0)", "1"),
      ("ROUND(0.49999999999999994,0)", "1"), ("ROUND(50,-2)", "100"), ("ROUND(49,-2)", "0"),
      ("ROUNDUP(1.001,2)", "1.01"),
      ("ROUNDUP(-1.1,0)", "-2"), ("ROUNDUP(3,-1)", "10"), ("ROUNDDOWN(1.999,2)", "1.99"),
      ("ROUNDDOWN(-1.9,0)", "-1"), ("TRUNC(1.99)", "1"),
      ("INT(-1.5)", "-2"), ("INT(0.1*30)", "3"), ("MOD(7,3)", "1"), ("MOD(-7,3)", "2"),
      ("MOD(7,-3)", "-2"), ("MOD(1,0)", "#DIV/0!"),
      ("MOD(0.3,0.1)", "? the function MOD is not supported"), ("ABS(-3.5)", "3.5"),
      ("SIGN(-2)", "-1"), ("SQRT(16)", "4"), ("SQRT(-1)", "#NUM!"),
      ("POWER(2,10)", "1024"), ("ROUND(\"2.5\",0)", "3"), ("ROUND(9.995,2)", "10"),
      ("ROUND(0,5)", "0"), ("ROUND(1.005,2)", "1.01"),
    ])
  func rounds(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "logic",
    arguments: [
      ("IF(1,2,3)", "2"), ("IF(0,2)", "FALSE"), ("IF(0,2,)", "0"), ("IF(\"true\",1,2)", "1"),
      ("IF(\"x\",1,2)", "#VALUE!"), ("AND(TRUE,1)", "TRUE"),
      ("AND(A1:A4)", "TRUE"), ("AND(B1:B3)", "#VALUE!"), ("OR(FALSE,0)", "FALSE"),
      ("OR(A1:A7,1/0)", "#DIV/0!"), ("NOT(0)", "TRUE"),
      ("IF(SUM(A1:A2)=3,\"通过\",\"相差 \"&SUM(A1:A2))", "\"通过\""), ("TRUE()", "TRUE"),
      ("SUM(IF(TRUE,A1:A2,C1:C2))", "3"),
      ("ISNUMBER(A1)", "TRUE"), ("ISNUMBER(A5)", "FALSE"), ("ISTEXT(A3)", "TRUE"),
      ("ISBLANK(A6)", "TRUE"), ("ISLOGICAL(A4)", "TRUE"),
      ("N(A4)", "1"), ("N(A3)", "0"), ("N(A2)", "2"), ("N(1/0)", "#DIV/0!"), ("T(A3)", "\"/\""),
      ("T(1)", "\"\""),
      ("ROW()", "100"), ("COLUMN()", "26"), ("ROW(C5)", "5"), ("COLUMN(C5)", "3"),
      ("ROWS(A1:C5)", "5"), ("COLUMNS(A1:C5)", "3"),
    ])
  func decides(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }

  @Test(
    "texts",
    arguments: [
      ("LEN(\"中文a\")", "3"), ("TRIM(\"  a   b \")", "\"a b\""), ("LEFT(\"abc\",2)", "\"ab\""),
      ("RIGHT(\"abc\")", "\"c\""), ("MID(\"abcde\",2,3)", "\"bcd\""),
      ("UPPER(\"aé\")", "\"AÉ\""), ("LOWER(\"AB\")", "\"ab\""),
      ("CONCATENATE(\"a\",1,TRUE)", "\"a1TRUE\""), ("EXACT(\"a\",\"A\")", "FALSE"),
      ("REPT(\"ab\",3)", "\"ababab\""), ("SUBSTITUTE(\"a-b-c\",\"-\",\"+\")", "\"a+b+c\""),
      ("SUBSTITUTE(\"a-b-c\",\"-\",\"+\",2)", "\"a-b+c\""),
      ("VALUE(\" 12.5 \")", "12.5"), ("VALUE(\"x\")", "#VALUE!"),
      ("VALUE(\"1,234\")", "? it is unclear what number the text “1,234” means"),
      ("TEXT(1234.5,\"0.00\")", "\"1234.50\""), ("TEXT(1234.5,\"#,##0.00\")", "\"1,234.50\""),
      ("TEXT(0.256,\"0%\")", "\"26%\""), ("TEXT(-1.5,\"0\")", "\"-2\""),
      ("TEXT(5,\"000\")", "\"005\""), ("TEXT(3,\"0件\")", "\"3件\""),
      ("TEXT(3,\"General\")", "\"3\""), ("TEXT(1/3,\"General\")", "\"0.333333333\""),
      ("TEXT(-1/3,\"General\")", "\"-0.333333333\""), ("TEXT(2/3,\"general\")", "\"0.666666667\""),
      ("TEXT(1234567.891234,\"General\")", "\"1234567.891\""),
      ("TEXT(1/7000,\"General\")", "\"0.000142857\""),
      ("TEXT(12345678901,\"General\")", "\"12345678901\""),
      ("TEXT(1234567890.6,\"General\")", "\"1234567891\""),
      (
        "TEXT(123456789012,\"General\")",
        "? it is unclear what number the text “123456789012.0” means"
      ),
      ("TEXT(0.5,\"@\")", "\"0.5\""), ("TEXT(1/3,\"@\")", "? TEXT “@” is not supported"),
      ("1/3&\"\"", "\"0.333333333333333\""), ("TEXT(\"x\",\"0\")", "\"x\""),
      ("TEXT(1,\"yyyy-mm-dd\")", "? TEXT “yyyy-mm-dd” is not supported"),
      ("TEXT(1,\"0;-0\")", "? TEXT “0;-0” is not supported"),
      ("HYPERLINK(\"#A1\",\"go\")", "\"go\""), ("0.1+0.2&\"\"", "\"0.3\""),
      ("1E20&\"\"", "? it is unclear what number the text “1e+20” means"),
      ("LEFT(\"😀a\",1)", "? the function LEFT is not supported"), ("TEXT(0,\"#\")", "\"\""),
      ("TEXT(0.5,\"0.0##\")", "\"0.5\""),
    ])
  func handlesTexts(formula: String, result: String) {
    #expect(Self.sheets.evaluate(formula).described == result)
  }
}
