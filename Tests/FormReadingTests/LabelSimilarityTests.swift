import Testing

@testable import FormReading

/// How well a text stands for a label: exactly, with other brackets or ordinals, loosely, or not.
struct LabelSimilarityTests {
  private func score(_ text: String, _ path: String..., aliases: [String] = []) -> Double? {
    LabelSimilarity.score(LabelText(text), FormLabel(path: path, aliases: aliases))?.score
  }

  private func isExact(_ text: String, _ path: String..., aliases: [String] = []) -> Bool {
    LabelSimilarity.score(LabelText(text), FormLabel(path: path, aliases: aliases))?.isExact
      ?? false
  }

  @Test func scoresTheLabelItselfByItsOrdinal() {
    #expect(score("（一）予以公开", "（一）予以公开") == 1)
    #expect(score("1.予以公开", "（一）予以公开") == 1)
    #expect(score("予以公开", "（一）予以公开") == 0.995)
    #expect(score("（一）予以公开", "予以公开") == 0.995)
    #expect(score("（二）予以公开", "（一）予以公开") == 0.98)
    #expect(score("准予公开", "予以公开", aliases: ["准予公开"]) == 1)
    #expect(isExact("（二）予以公开", "（一）予以公开"))
    #expect(score("：", "予以公开") == nil)
  }

  @Test func takesALabelWithItsBracketsOrWithout() {
    #expect(score("规章（含修订）", "规章（含修订）") == 1)
    #expect(score("规章含修订", "规章（含修订）") == 1)
    #expect(score("规章", "规章（含修订）") == 1)
    #expect(score("规章（含", "规章（含修订）") == 1)
    #expect(score("规章（不含修订）", "规章（含修订）") == 0.97)
    #expect(isExact("规章（不含修订）", "规章（含修订）"))
  }

  @Test(
    "takes no label with a word in brackets that makes another quantity of it for the label",
    arguments: [
      "上年", "去年", "上一年", "前年", "同期", "上期", "往年", "历年", "占比", "比例", "增幅", "增长", "同比", "环比", "小计",
      "其中", "2022",
    ])
  func mistrustsQualifiers(word: String) {
    let matcher = LabelMatcher([FormLabel(path: ["行政规章"])])
    for text in ["行政规章（\(word)）", "\(word)行政规章", "\(word)全市行政规章", "行政规章全市\(word)"] {
      let matches = matcher.matches(LabelText(text))
      #expect(matches.allSatisfy { !$0.isExact && $0.score <= 0.75 }, "\(text)")
    }
  }

  @Test func takesOnlyFourDigitsForAYear() {
    #expect(isExact("规章（202）", "规章"))
    #expect(!isExact("规章（2021）", "规章"))
    #expect(!isExact("规章（截至2021年底）", "规章"))
    #expect(isExact("规章（12年34）", "规章"))
    #expect(!isExact("规章（/2029）", "规章"))
  }

  @Test func takesTheGroupsInFrontForApart() {
    #expect(score("办理结果不予公开属于秘密", "办理结果", "不予公开", "属于秘密") == 0.99)
    #expect(score("不予公开属于秘密", "办理结果", "不予公开", "属于秘密") == 0.99)
    #expect(isExact("不予公开属于秘密", "办理结果", "不予公开", "属于秘密"))
    #expect(score("办理结果属于秘密", "办理结果", "不予公开", "属于秘密") != 0.99)
  }

  @Test(arguments: ["总计", "合计", "共计", "总数", "总和"])
  func knowsTotalsByOtherNames(name: String) {
    #expect(score(name, "总计") == (name == "总计" ? 1 : 0.8))
    #expect(score(name, "规章") == nil)
    #expect(isExact(name, "总计") == (name == "总计"))
  }

  @Test func takesNoOtherShortTextForATotal() {
    #expect(score("总量", "总计") == nil)
    #expect(score("计", "总计") == nil)
  }

  @Test("scores a mistyped character by the label's length, from three characters on")
  func scoresTypos() throws {
    #expect(try #require(score("行攻处罚决定", "行政处罚决定")) == 0.95 * (1 - 1.0 / 6))
    #expect(try #require(score("行攻处罚定", "行政处罚决定")) == 0.95 * (1 - 2.0 / 6))
    #expect(score("行攻处罪定", "行政处罚决定") == nil)
    #expect(score("自然仁", "自然人") == 0.95 * (1 - 1.0 / 3))
    #expect(score("规则", "规章") == nil)
    #expect(!isExact("行攻处罚决定", "行政处罚决定"))
  }

  @Test func scoresALabelThatWasCutOff() {
    #expect(score("社会公益组织", "社会公益组织法律服务机构") == 0.6 + 0.3 * 6 / 12)
    #expect(score("公益组织", "社会公益组织法律服务机构") == 0.6 + 0.3 * 4 / 12)
    #expect(score("组织", "社会公益组织法律服务机构") == nil)
  }

  @Test func scoresALabelWithWordsAround() {
    #expect(score("全市各级规章文件", "规章文件") == 0.6 + 0.3 * 4 / 8)
    #expect(score("规章文件全市各级", "规章文件") == 0.6 + 0.3 * 4 / 8)
    #expect(score("全市规章各级文件", "规章文件") == nil)
  }

  @Test func comparesWithBracketsWhereThereAreAny() {
    let whole = score("对外管理服务事项（本年增减数）", "对外管理服务事项本年增加数")
    #expect(whole == 0.95 * (1 - 1.0 / 13))
    let label = score("本年收费金顿单位万元", "本年收费金额（单位：万元）")
    #expect(label == 0.95 * (1 - 1.0 / 10))
  }

  // MARK: Exactly

  @Test(arguments: [
    ("", "", 0, 0), ("abc", "abc", 0, 0), ("abc", "abd", 1, 1), ("abc", "ab", 1, 1),
    ("ab", "abc", 1, 1),
    ("kitten", "sitting", 3, 3), ("abcd", "badc", 3, 3), ("", "abc", 3, 3), ("abc", "xyz", 3, 3),
    ("abcdef", "bcdefa", 2, 2),
  ])
  func countsTheChangesBetweenTwoTexts(left: String, right: String, bound: Int, distance: Int?) {
    let (left, right) = (Array(left.utf16), Array(right.utf16))
    #expect(EditDistance.between(left, right, atMost: bound) == distance)
    #expect(EditDistance.between(left, right, atMost: bound + 5) == distance)
    if bound > 0 { #expect(EditDistance.between(left, right, atMost: bound - 1) == nil) }
  }

  @Test func findsTheFirstPlaceOfAPart() {
    let text: [UInt16] = [1, 1, 2, 1, 2, 3]
    #expect(text.firstRange(of: [1, 2]) == 1..<3)
    #expect(text.firstRange(of: [1, 2, 3]) == 3..<6)
    #expect(text.firstRange(of: [3]) == 5..<6)
    #expect(text.firstRange(of: text) == 0..<6)
    #expect(text.firstRange(of: [2, 2]) == nil)
    #expect(text.firstRange(of: []) == nil)
    #expect(text.firstRange(of: text + [1]) == nil)
  }
}
