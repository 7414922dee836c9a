import Documents
import FoundationEssentials
import ReportModel
import Testing

@testable import FormReading

/// What of a text is a number: digits, their groups and fraction, signs, numerals; all else is none.
struct NumberReadingTests {
  private func scan(_ text: String) -> (number: Decimal, rest: String)? {
    NumberScanner(text).scan().map { ($0.number, $0.rest) }
  }

  private func number(_ text: String) -> Decimal? {
    scan(text).flatMap { $0.rest.isEmpty ? $0.number : nil }
  }

  // MARK: Digits

  @Test(
    "takes commas only between groups of three digits, of which the first may be shorter",
    arguments: [
      ("1,234", 1234), ("12,345", 12345), ("123,456", 123_456), ("1,234,567", 1_234_567),
      ("1,234.5", 1234.5),
    ] as [(String, Decimal)])
  func readsGroups(text: String, expected: Decimal) {
    #expect(number(text) == expected)
  }

  @Test(arguments: [
    "1234,567", "1,23", "1,2345", "1,234,56", "1,2345,678", "1,,234", ",123", "1,234,", "12,34",
    "1,",
    "1234,567,890",
  ])
  func refusesOtherCommas(text: String) {
    #expect(number(text) == nil)
  }

  @Test(
    "takes a point only before digits",
    arguments: [("3.5", 3.5), ("0.05", 0.05), ("10.0", 10)] as [(String, Decimal)])
  func readsFractions(text: String, expected: Decimal) {
    #expect(number(text) == expected)
  }

  @Test(arguments: [
    ("12.", "."), ("12.x", ".x"), ("1.2.3", ".3"), ("3. 5", ". 5"), ("12 34", "34"),
  ])
  func keepsWhatFollows(text: String, rest: String) {
    #expect(scan(text)?.rest == rest)
  }

  @Test func readsNoPointInFront() {
    #expect(scan(".5") == nil)
    #expect(scan("") == nil)
    #expect(scan("-") == nil)
  }

  @Test(
    arguments: [
      ("+3", 3), ("-3", -3), ("- 3", -3), ("＋3", 3), ("－3", -3), ("‐3", -3), ("―3", -3), ("−3", -3),
      ("﹣3", -3), ("增加3", 3), ("减少3", -3), ("增3", 3), ("减3", -3), ("增长3", 3), ("增長3", 3),
      ("減少3", -3),
      ("減3", -3),
      ("负3", -3), ("負3", -3), ("负三", -3), ("减少 1,234", -1234),
    ] as [(String, Decimal)])
  func readsSigns(text: String, expected: Decimal) {
    #expect(number(text) == expected)
    #expect(NumberScanner.mayScan(text))
    let isWord = text.unicodeScalars.first.map { 0x4E00...0x9FFF ~= $0.value } ?? false
    #expect(NumberScanner(text).scan()?.usesWords == isWord)
  }

  @Test(arguments: ["３", "１．５", "＋3", "9９"])
  func reportsFullWidth(text: String) {
    #expect(NumberScanner(text).scan()?.isFullWidth == true)
    #expect(NumberScanner("3，000").scan()?.isFullWidth == false)
  }

  @Test func readsEveryFullWidthDigit() {
    #expect(number("１２３４５６７８９０") == 1_234_567_890)
    #expect(number("－０．０９") == -0.09)
    #expect(number("１，２３４") == 1234)
  }

  @Test(arguments: ["规章", "表3", "#3", "/", " 3", "（3）", ""])
  func knowsWhatCannotBeANumber(text: String) {
    #expect(!NumberScanner.mayScan(text))
  }

  @Test(arguments: [
    "0", "9", "０", "９", "〇", "一", "九", "十", "壹", "玖", "两", "万", "增", "減", "负", "+", "－",
  ])
  func knowsWhatMayBeANumber(text: String) {
    #expect(NumberScanner.mayScan(text))
  }

  // MARK: Numerals

  @Test(
    arguments: [
      ("零", 0), ("〇", 0), ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7),
      ("八", 8),
      ("九", 9), ("两", 2), ("壹", 1), ("贰", 2), ("叁", 3), ("肆", 4), ("伍", 5), ("陆", 6), ("柒", 7),
      ("捌", 8),
      ("玖", 9), ("十", 10), ("拾", 10), ("十一", 11), ("二十", 20), ("九十九", 99), ("一百", 100), ("三佰", 300),
      ("一百零五", 105), ("一百一十", 110), ("一百二十三", 123), ("两千", 2000), ("四仟零六", 4006),
      ("一千零一十", 1010), ("九千九百九十九", 9999), ("一万", 10_000), ("十万", 100_000), ("一万零五", 10_005),
      ("二十三万四千五百六十七", 234_567), ("九千九百九十九万九千九百九十九", 99_999_999), ("一百万", 1_000_000),
      ("二〇二三", 2023), ("一二三", 123), ("一〇", 10), ("一二三四五六七八九", 123_456_789),
    ] as [(String, Decimal)])
  func readsNumerals(text: String, expected: Decimal) {
    #expect(number(text) == expected)
    #expect(NumberScanner(text).scan()?.usesWords == true)
  }

  @Test(
    "takes no numeral whose scales do not fall, or that lacks a digit",
    arguments: [
      "三百五百", "三十五十", "三十二百", "一百一千", "二千三千", "百", "千", "万", "百二十", "千零一", "零百", "零十", "万万",
      "一万一万", "一万万", "零万", "二三十", "一百二三", "五六", "一百零万零百", "一二三四五六七八九一", "三千十百",
    ])
  func refusesNumerals(text: String) {
    #expect(number(text) == nil)
  }

  // MARK: Cells

  @Test(
    "converts every unit of money, and no other",
    arguments: [
      ("3元", "0.0003"), ("3千元", "0.3"), ("3万元", "3"), ("3萬元", "3"), ("3百万元", "300"),
      ("3亿元", "30000"),
      ("3億元", "30000"),
    ])
  func convertsMoney(text: String, expected: String) throws {
    let column = try #require(Forms.form2021.table("disclosure")?.column("amount"))
    let cell = GridCell(GridReference(row: 1, column: 1), .text(text))
    #expect(ValueReader(column).read(cell).value == Decimal(string: expected).map { .number($0) })
  }

  @Test(arguments: [
    "件次", "件", "个", "個", "项", "項", "宗", "份", "条", "次", "起", "例", "篇", "部", "户", "人",
  ])
  func takesWhatIsCounted(unit: String) throws {
    let table = try #require(Forms.form2021.table("disclosure"))
    let (count, amount) = (table.column("issued")!, table.column("amount")!)
    let cell = GridCell(GridReference(row: 1, column: 1), .text("3\(unit)"))
    let read = ValueReader(count).read(cell)
    #expect(read.value == .number(3))
    #expect(read.note == unit)
    #expect(ValueReader(amount).read(cell).value == .unreadable("3\(unit)"))
  }

  @Test func takesTheWholeNumberOfACell() {
    #expect(ValueReader.whole(.number(3)) == 3)
    #expect(ValueReader.whole(.number(3.5)) == nil)
    #expect(ValueReader.whole(.number(999_999_999_999_999)) == 999_999_999_999_999)
    #expect(ValueReader.whole(.number(.infinity)) == nil)
    #expect(ValueReader.whole(.text(" 12 ")) == 12)
    #expect(ValueReader.whole(.text("12件")) == nil)
  }

  @Test(arguments: [
    (999_999_999_999_999, "999999999999999"), (1e15, "1000000000000000"),
    (-1e15, "-1000000000000000"),
    (123_456_789_012_345.6, "123456789012346"), (0.1234567890123456, "0.123456789012346"),
    (-0.1234567890123456, "-0.123456789012346"), (1234567890.123456, "1234567890.12346"),
    (99999999999999.95, "100000000000000"), (0.000001, "0.000001"),
  ])
  func roundsACellToFifteenDigits(double: Double, expected: String) {
    #expect(Decimal(cell: double)?.plain == expected)
  }

  @Test func makesNoNumberOfInfinity() {
    #expect(Decimal(cell: .infinity) == nil)
    #expect(Decimal(cell: .nan) == nil)
  }

  // MARK: Values and labels

  @Test(arguments: [
    "", " ", "/", "—", "无", "不适用", "3", "3件", "1,234", "3（含）", "12 34", "12、34", "三", "减3", "一.",
  ])
  func takesAValueForNoLabel(text: String) {
    #expect(ValueReader.isValueLike(text) == (text != "一."))
  }

  @Test(arguments: ["规章", "1.属于国家秘密", "3年以上", "一、本年新收", "总计", "1规章2", "12、规章"])
  func takesALabelForNoValue(text: String) {
    #expect(!ValueReader.isValueLike(text))
  }

  @Test func knowsMarksByTheirLength() throws {
    let reader = ValueReader(try #require(Forms.form2021.table("disclosure")?.column("issued")))
    let isMark = { (text: String) in
      let cell = GridCell(GridReference(row: 1, column: 1), .text(text))
      return reader.read(cell).value == .notApplicable
    }
    #expect(isMark("————"))
    #expect(!isMark("—————"))
    #expect(!isMark("一"))
    #expect(isMark("ー"))
    #expect(isMark("N.A."))
    #expect(!isMark("-3"))
    #expect(!isMark("不适用不适用"))
  }

  @Test(arguments: [
    (" a ", "a"), ("\u{3000}\u{A0}甲\u{200B}\u{FEFF}\n", "甲"), ("", ""), (" \n ", ""),
    ("a b", "a b"),
    ("\u{1}a\u{7F}", "a\u{7F}"), ("！", "！"),
  ])
  func trims(text: String, expected: String) {
    #expect(text.trimmed == expected)
  }
}
