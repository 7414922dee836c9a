import Testing
import Vocabulary

/// Units are one list: what they measure and their power of ten.
struct NumberUnitTests {
  private func parse(_ text: String) -> (unit: NumberUnit, rest: String)? {
    let units = Array(text.utf16)
    return NumberUnit.parse(units[...]).map { unit, end in
      (unit, String(decoding: units[end...], as: UTF16.self))
    }
  }

  @Test(arguments: [
    ("元", NumberUnit.Quantity.money, 0), ("千元", .money, 3), ("万元", .money, 4), ("百万元", .money, 6),
    ("千万元", .money, 7), ("亿元", .money, 8), ("人民币元", .money, 0), ("人民币:万元", .money, 4),
    ("元整", .money, 0), ("元人民币", .money, 0), ("件", .count, 0), ("万件", .count, 4), ("人次", .count, 0),
    ("件次", .count, 0), ("万", .scale, 4), ("百万", .scale, 6), ("美元", .foreignMoney, 0),
    ("万美元", .foreignMoney, 4),
  ])
  func knowsAUnit(text: String, quantity: NumberUnit.Quantity, exponent: Int) throws {
    let (unit, rest) = try #require(parse(text))
    #expect(unit.quantity == quantity && unit.exponent == exponent && rest.isEmpty)
  }

  @Test(arguments: ["", "局", "5元", "、元", "民政", "单位"])
  func knowsNoOther(text: String) {
    #expect(parse(text) == nil)
  }

  @Test func leavesWhatFollows() throws {
    let (unit, rest) = try #require(parse("万元以上"))
    #expect(unit.text == "万元" && rest == "以上")
    #expect(NumberUnit(ofForm: "公斤").quantity == .own)
    #expect(NumberUnit(ofForm: "万元").exponent == 4)
  }

  @Test(arguments: [
    ("¥", NumberUnit.Quantity.money), ("￥", .money), ("人民币", .money), ("$", .foreignMoney),
  ])
  func knowsACurrency(text: String, quantity: NumberUnit.Quantity) throws {
    let units = Array((text + "12").utf16)
    let (unit, end) = try #require(NumberUnit.currency(startOf: units[...]))
    #expect(unit.quantity == quantity && units.count - end == 2)
    #expect(NumberUnit.mayBeCurrency(units[0]))
  }

  @Test func seesWhereAUnitMayBe() {
    #expect(NumberUnit.mayBeNamed(in: "本年收费金额（元）") && NumberUnit.mayBeNamed(in: "規模（萬件）"))
    #expect(NumberUnit.mayBeNamed(in: "金额（£）") && NumberUnit.mayBeNamed(in: "金额（¥）"))
    #expect(!NumberUnit.mayBeNamed(in: "本年制发件数") && !NumberUnit.mayBeNamed(in: ""))
  }
}

/// Marks are one list: what says that a field does not apply.
struct MarkTests {
  @Test(arguments: ["/", "／", "-", "——", "无", "不适用", "N/A", "暂无", "\\", "."])
  func isAMark(text: String) {
    #expect(Mark.isOne(text))
  }

  @Test(arguments: ["", "0", "无法提供", "/3", "-----", "一"])
  func isNone(text: String) {
    #expect(!Mark.isOne(text))
  }

  @Test func takesWhatItWrites() {
    #expect(Mark.entries.contains(Mark.written) && Mark.entries.allSatisfy(Mark.isOne))
  }
}
