import Foundation
import Testing
import Vocabulary

@testable import FormReading

/// What a number format shows is the same number, or it is another one.
struct ShownNumberTests {
  private func isSame(_ shown: String, _ stored: String) -> Bool {
    ShownNumber(shown, stored: Decimal(string: stored)!).isSame
  }

  @Test(arguments: [
    ("12,345", "12345"), ("12345.00", "12345"), ("12,345件", "12345"), ("共12345件", "12345"),
    ("00012345", "12345"), ("12 345", "12345"), ("12346", "12345.6"), ("0.33", "0.333333333"),
    ("(5)", "-5"), ("-5", "-5"), ("−5.0", "-5"), ("-0", "-0.3"), ("1.2万", "12345"),
    ("1.2万件", "12345"),
    ("12.3千", "12345"), ("1.23E+04", "12345"), ("一万二千三百四十五", "12345"), ("１２３４５", "12345"),
    ("-", "0"), ("", "0"), ("无", "0"), ("0%", "0"), ("0", "0"), ("合计 12345", "12345"),
    ("12345 (件)", "12345"), ("1,2345", "12345"), ("12345元整", "12345"),
  ])
  func isTheSame(shown: String, stored: String) {
    #expect(isSame(shown, stored))
  }

  @Test(arguments: [
    ("12", "12345"), ("123450", "12345"), ("无", "12345"), ("", "12345"), ("12345千", "12345"),
    ("3", "12345"),
    ("1234500%", "12345"), ("0.01", "12345"), ("5", "-5"), ("-12345", "12345"), ("12345万", "12345"),
    ("1933-10-18", "12345"), ("#####", "12345"), ("12346", "12345"), ("有", "0"), ("50%", "0.5"),
    ("1/2", "0.5"), ("一万", "12345"), ("1.2.3", "1.23"), ("上年12345", "12345"),
    ("12345（上年）", "12345"), ("不足12345", "12345"), ("12345以上", "12345"), ("第12345", "12345"),
    ("＞12345", "12345"), ("12345余", "12345"), ("1234,5", "12345"), ("12,34,5", "12345"),
  ])
  func isAnother(shown: String, stored: String) {
    #expect(!isSame(shown, stored))
  }

  @Test("an amount may be stored in 元 and shown in another unit of money")
  func findsTheScale() {
    let shown = ShownNumber("1.3万元", stored: 12500)
    #expect(shown.isSame && shown.unit?.text == "万元" && shown.inUnit == Decimal(string: "1.25")!)
    let little = ShownNumber("0.0万元", stored: 300)
    #expect(little.isSame && little.inUnit == Decimal(string: "0.03")!)
    #expect(!ShownNumber("12万元", stored: 12345).isSame)
    let bracketed = ShownNumber("12345 (元)", stored: 12345)
    #expect(bracketed.isSame && bracketed.unit?.text == "元")
  }
}
