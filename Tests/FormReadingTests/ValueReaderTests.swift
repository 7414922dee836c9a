import Diagnostics
import Documents
import FormReading
import Foundation
import ReportModel
import Testing

/// A cell gives its number, a blank, a mark, or its text with a finding; never a guess.
struct ValueReaderTests {
  private let count = Forms.form2021.table("disclosure")!.column("issued")!
  private let fee = Forms.form2021.table("disclosure")!.column("amount")!
  private let change = Forms.form2019.table("disclosure")!.column("change")!
  private let purchase = Forms.form2019.table("disclosure")!.column("amount")!

  private func read(_ value: GridValue, _ column: FormColumn, heading: String? = nil) -> ReadValue {
    ValueReader(column, heading: heading).read(GridCell(GridReference(row: 1, column: 1), value))
  }

  private func number(_ text: String) -> FieldValue { .number(Decimal(string: text)!) }

  @Test(arguments: [
    ("0", "0"), (" 0 ", "0"), ("\u{3000}12\u{A0}", "12"), ("1,234", "1234"),
    ("12,345,678", "12345678"),
    ("1，234", "1234"), ("007", "7"), ("3.5", "3.5"), ("-3", "-3"), ("−3", "-3"), ("\u{FEFF}5", "5"),
  ])
  func readsPlainNumbersWithoutAWord(text: String, expected: String) {
    #expect(read(.text(text), count) == ReadValue(number(expected)))
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (0.58, "0.58"), (59237.2449, "59237.2449"), (1e15, "1000000000000000"),
    (-8, "-8"),
    (4166.241619, "4166.241619"), (1.0 / 3, "0.333333333333333"), (0.57999999999999996, "0.58"),
    (123_456_789_012.345_67, "123456789012.346"),
  ])
  func readsADoubleAtFifteenDigits(double: Double, expected: String) {
    #expect(read(.number(double), fee).value == number(expected))
  }

  @Test(arguments: ["", " ", "\u{3000}", "\n", "\u{200B}"])
  func takesWhiteSpaceForABlank(text: String) {
    #expect(read(.text(text), count) == ReadValue(.blank))
  }

  @Test(arguments: [
    "/", "／", "-", "—", "——", "–", "－", "--", ".", "无", "無", "不适用", "N/A", "n/a", " / ", "\\", "暂无",
    "―", "……",
  ])
  func takesMarksForNotApplicable(text: String) {
    let expected: FieldValue = text == "……" ? .unreadable("……") : .notApplicable
    #expect(read(.text(text), count).value == expected)
  }

  @Test(arguments: [
    ("22（其中修订 16 件）", "22", "（其中修订 16 件）"), ("9件", "9", "件"),
    ("55（含自然失效 29 件）", "55", "（含自然失效 29 件）"),
    ("３件", "3", "件"), ("12 个", "12", "个"), ("5[含2021年结转]", "5", "[含2021年结转]"),
  ])
  func keepsWhatStandsBesideTheNumber(text: String, expected: String, note: String) {
    #expect(
      read(.text(text), count)
        == ReadValue(
          number(expected), note: note, remarks: [.beside(text: text, number: expected)]))
  }

  @Test(
    "keeps the mark of a note out of the number",
    arguments: [
      ("87*", "*"), ("87＊", "＊"), ("87※", "※"), ("87①", "①"), ("87注1", "注1"), ("87 注①", "注①"),
      ("87†", "†"), ("87注", "注"), ("87¹²", "¹²"), ("87**", "**"),
    ])
  func keepsMarksApart(text: String, mark: String) {
    #expect(
      read(.text(text), count)
        == ReadValue(number("87"), note: mark, remarks: [.mark(text: mark, number: "87")]))
  }

  @Test(
    "takes no mark for one where no number is in front of it", arguments: ["①", "*", "注1", "甲①"])
  func readsNoMarkAlone(text: String) {
    #expect(read(.text(text), count).value == .unreadable(text))
  }

  @Test(
    "passes over characters that take no room, and a full stop",
    arguments: [
      "8\u{200B}7", "\u{FEFF}87", "8\u{AD}7", "87\u{200E}", "8\u{2060}7", "8\u{200D}7", "87。",
    ])
  func passesOverInvisibleCharacters(text: String) {
    #expect(read(.text(text), count) == ReadValue(number("87")))
  }

  @Test(
    "warns of a remark that denies the number",
    arguments: [
      "（已删除）", "（作废）", "（应为13）", "（更正为13）", "（不计入）", "（去年）", "（2015年）", "(2021)", "（拟）", "（不含3件）",
      "（？）",
    ])
  func doubtsRemarks(remark: String) {
    #expect(
      read(.text("87\(remark)"), count)
        == ReadValue(
          number("87"), note: remark, remarks: [.doubtful(text: "87\(remark)", number: "87")]))
  }

  @Test func readsNoShare() {
    #expect(read(.text("87（%）"), count).value == .unreadable("87（%）"))
  }

  @Test func saysThatDigitsAreFullWidth() {
    #expect(
      read(.text("１２"), count)
        == ReadValue(number("12"), remarks: [.fullWidth(text: "１２", number: "12")]))
  }

  @Test(arguments: [
    ("廿三", "23"), ("一百廿五", "125"), ("一千〇五", "1005"), ("一万零五", "10005"), ("两百五十", "250"),
    ("一百一十", "110"), ("十五万", "150000"), ("二万五千", "25000"), ("一亿二千万", "120000000"),
    ("壹佰贰拾叁", "123"), ("二○二三", "2023"), ("兩萬", "20000"),
    ("三", "3"), ("十二", "12"), ("二十三", "23"), ("一百零五", "105"), ("〇", "0"), ("两", "2"),
    ("二千零二十三", "2023"), ("一万", "10000"),
    ("减3", "-3"), ("增19", "19"), ("减少 4", "-4"), ("负2", "-2"),
  ])
  func warnsOfNumbersInWords(text: String, expected: String) {
    #expect(
      read(.text(text), change)
        == ReadValue(number(expected), remarks: [.words(text: text, number: expected)]))
  }

  @Test(
    "takes no unit or word that only begins like a number for one",
    arguments: [
      "万元", "百", "千", "零百", "万万", "百分之三", "二万五", "三千二", "一百五", "一亿五", "一百五万", "三百五百", "五六",
      "十五六", "一百二三十", "一百零", "一百零零五", "一千零五百", "十两", "一百两", "廿十", "二廿", "两三",
    ])
  func takesNoWordForANumber(text: String) {
    #expect(read(.text(text), count).value == .unreadable(text))
  }

  @Test(arguments: [("+19", "19"), ("-15", "-15"), ("－8", "-8"), ("＋3", "3")])
  func readsSigns(text: String, expected: String) {
    #expect(read(.text(text), change).value == number(expected))
  }

  @Test(arguments: [
    ("251000元", "25.1"), ("240万元", "240"), ("0.37 万元", "0.37"), ("1亿元", "10000"),
    ("12.3456", "12.3456"),
  ])
  func convertsAnAmountIntoTheFormsUnit(text: String, expected: String) {
    #expect(read(.text(text), fee).value == number(expected))
  }

  @Test func saysWhatWasConverted() {
    #expect(
      read(.text("251000元"), fee)
        == ReadValue(
          number("25.1"), note: "元",
          remarks: [
            .converted(text: "251000元", statedBy: nil, number: "25.1", unit: "万元")
          ]))
    #expect(
      read(.number(5000), fee, heading: "本年收费金额（单位：元）")
        == ReadValue(
          number("0.5"),
          remarks: [
            .converted(
              text: "5000", statedBy: "本年收费金额（单位：元）", number: "0.5", unit: "万元")
          ]))
  }

  /// U+F9B5 is canonically equal to U+4F8B.
  @Test(arguments: ["5例", "5\u{F9B5}"])
  func knowsAUnitInItsCompatibilityCharacters(text: String) {
    #expect(read(.text(text), count) == read(.text("5例"), count))
    #expect(read(.text(text), count).value == number("5"))
  }

  @Test func keepsAnAmountWhoseUnitTheFormDoesNotFix() {
    #expect(
      read(.text("251000元"), purchase)
        == ReadValue(
          number("251000"), note: "元", remarks: [.beside(text: "251000元", number: "251000")]))
  }

  @Test(arguments: [
    "12 34", "12/34", "3/5", "12\n34", "12、34", "1 0", "12,34", "1,2345", "3-5", "12（3）4", "1.2.3",
    "5和6",
  ])
  func refusesSeveralNumbers(text: String) {
    let read = read(.text(text), count)
    #expect(read.value == .unreadable(text))
    #expect(read.remarks == [.severalNumbers(text: text)])
  }

  @Test(arguments: ["约5", "见附件", "5左右", "五六", "12.", "1e5", "5%", "百", "NaN", "#REF"])
  func refusesWhatIsNoNumber(text: String) {
    let read = read(.text(text), count)
    let isNumber = if case .number = read.value { true } else { false }
    #expect(!isNumber || text == "百")
    #expect(!read.remarks.isEmpty)
  }

  @Test func refusesUnitsThatTheFieldCannotHave() {
    #expect(read(.text("5万元"), count).remarks == [.wrongUnit(text: "5万元", unit: "万元")])
    #expect(read(.text("5件"), fee).remarks == [.wrongUnit(text: "5件", unit: "件")])
  }

  @Test(arguments: [
    (GridValue.boolean(true), "TRUE"), (.error("#DIV/0!"), "#DIV/0!"),
    (.date("2023-05-01", serial: 45047), "2023-05-01"),
  ])
  func refusesOtherKindsOfCell(value: GridValue, text: String) {
    #expect(read(value, count) == ReadValue(.unreadable(text), remarks: [.wrongKind(text: text)]))
  }

  @Test func reportsFormulas() {
    let reason = Phrase(zh: "不支持函数 FOO", en: "the function FOO is not supported")
    let unknown = GridFormula.notEvaluated("FOO(A1)", reason: reason)
    let reference = GridReference(row: 1, column: 1)
    #expect(
      ValueReader(count).read(GridCell(reference, .notEvaluated, formula: unknown))
        == ReadValue(
          .unreadable("=FOO(A1)"), remarks: [.notEvaluated(formula: "=FOO(A1)", reason: reason)]))
    #expect(
      ValueReader(count).read(GridCell(reference, .number(3), formula: unknown))
        == ReadValue(
          number("3"), remarks: [.unchecked(formula: "=FOO(A1)", stored: "3", reason: reason)]))
    #expect(
      ValueReader(count).read(GridCell(reference, .number(3), formula: .evaluated))
        == ReadValue(number("3")))
    #expect(
      ValueReader(count).read(
        GridCell(reference, .number(3), formula: .evaluated, freshValue: .number(4)))
        == ReadValue(number("3"), remarks: [.stale(stored: "3", fresh: "4")]))
  }
}
