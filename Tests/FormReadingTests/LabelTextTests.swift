import Testing

@testable import FormReading

/// A label is compared without its ordinal, punctuation and width; what stands in brackets is apart.
struct LabelTextTests {
  private func core(_ text: String) -> String {
    String(decoding: LabelText(text).core, as: UTF16.self)
  }

  private func remark(_ text: String) -> String {
    String(decoding: LabelText(text).remark, as: UTF16.self)
  }

  // MARK: Ordinals

  @Test(
    "takes an ordinal off the front",
    arguments: [
      ("1.属于国家秘密", 1), ("2、属于国家秘密", 2), ("3：属于国家秘密", 3), ("4，属于国家秘密", 4),
      ("5)属于国家秘密", 5), ("6-属于国家秘密", 6), ("7·属于国家秘密", 7), ("8。属于国家秘密", 8),
      ("12.属于国家秘密", 12), ("120.属于国家秘密", 120), ("9属于国家秘密", 9),
      ("（三）属于国家秘密", 3), ("(10)属于国家秘密", 10), ("（七）、.属于国家秘密", 7),
      ("一、属于国家秘密", 1), ("二、属于国家秘密", 2), ("三、属于国家秘密", 3), ("四、属于国家秘密", 4),
      ("五、属于国家秘密", 5), ("六、属于国家秘密", 6), ("七、属于国家秘密", 7), ("八、属于国家秘密", 8),
      ("九、属于国家秘密", 9), ("十、属于国家秘密", 10), ("十二、属于国家秘密", 12),
      ("二十、属于国家秘密", 20), ("二十三、属于国家秘密", 23), ("（一）2.属于国家秘密", 2),
      ("①属于国家秘密", 1), ("⒂属于国家秘密", 15), ("㈥属于国家秘密", 6), ("属于国家秘密", nil),
    ])
  func takesOrdinals(text: String, ordinal: Int?) {
    #expect(LabelText(text).ordinal == ordinal)
    #expect(core(text) == "属于国家秘密")
    #expect(remark(text).isEmpty)
  }

  @Test(
    "keeps a number that is a part of the text",
    arguments: [
      ("1.5万元以上", "15万元以上"), ("12.5万元以上", "125万元以上"), ("3年以上", "3年以上"),
      ("6月末", "6月末"), ("1日", "1日"), ("3件以上", "3件以上"), ("4条", "4条"), ("5号令", "5号令"),
      ("2个以上", "2个以上"), ("7项", "7项"), ("8届", "8届"), ("一属于", "一属于"),
      ("1234.属于", "1234属于"), ("二十三四、属于", "二十三四属于"), ("12", "12"), ("一二、属于", "一二属于"),
    ])
  func keepsNumbers(text: String, expected: String) {
    #expect(LabelText(text).ordinal == nil)
    #expect(core(text) == expected)
  }

  @Test(
    "leaves out ordinals of labels that were joined to one text",
    arguments: [
      ("办理结果（三）不予公开", "办理结果不予公开"), ("办理结果(12)不予公开", "办理结果不予公开"),
      ("结果1.属于", "结果属于"), ("结果12、属于", "结果属于"), ("结果123.属于", "结果123属于"),
      ("比例1.5倍", "比例15倍"), ("结果1.", "结果1"), ("结果1a属于", "结果1a属于"), ("a1.属于", "a1属于"),
      ("第（一）项内容", "第一项内容"), ("第二十条第(五)项", "第二十条第五项"),
    ])
  func leavesOutInnerOrdinals(text: String, expected: String) {
    #expect(core(text) == expected)
    #expect(remark(text).isEmpty)
  }

  // MARK: Brackets

  @Test(
    "puts apart what stands in brackets",
    arguments: [
      ("规章（含修订）", "规章", "含修订"), ("规章[含修订]", "规章", "含修订"),
      ("规章（含（部分）修订）数", "规章数", "含部分修订"), ("规章）数", "规章数", ""),
      ("规章（含", "规章", "含"), ("规章）（甲）数（乙）", "规章数", "甲乙"), ("（含修订）", "含修订", ""),
      ("规章（1.5万元）", "规章", "15万元"), ("规章（甲1.乙）", "规章", "甲1乙"),
      ("规章〔含〕", "规章", "含"), ("规章〈含〉", "规章", "含"), ("（一", "一", ""),
    ])
  func takesRemarks(text: String, expected: String, inBrackets: String) {
    #expect(core(text) == expected)
    #expect(remark(text) == inBrackets)
  }

  @Test func comparesWithItsRemark() {
    #expect(LabelText("规章（含修订）").isWhole(LabelText("规章（含修订）")))
    #expect(LabelText("规章（含修订）").isWhole(LabelText("规章含修订")))
    #expect(!LabelText("规章（含修订）").isWhole(LabelText("规章")))
    #expect(!LabelText("规章（甲）").isWhole(LabelText("规章（乙）")))
    #expect(!LabelText("规甲（章）").isWhole(LabelText("规章（甲）")))
    #expect(!LabelText("规章（甲）").isWhole(LabelText("规章（甲乙）")))
    #expect(LabelText(" ：").isEmpty)
    #expect(!LabelText("a").isEmpty)
  }

  // MARK: Characters

  @Test(
    "folds what is only typed in another way",
    arguments: [
      ("ＡＢ ｃ", "abc"), ("AZaz", "azaz"), ("５０％", "50%"), ("“三安全一稳定”", "三安全一稳定"),
      ("总 计\n数\u{3000}\u{A0}量\u{200B}\u{FEFF}", "总计数量"), ("—总计—", "总计"), ("总─计│", "总计"),
      ("檔案", "文件"), ("資訊", "信息"), ("檔", "档"), ("案", "案"), ("訊", "讯"), ("萬", "万"),
      ("⼀⿕", "一龠"), ("⾏政", "行政"), ("⺄⻳", "乙龟"), ("⻔", "门"), ("⺁", "⺁"), ("豈", "岂"),
      ("\u{FA0E}", "\u{FA0E}"), ("丟並", "丢并"), ("龍龜", "龙龟"), ("々〇", "々〇"), ("é", "é"), ("×÷", ""),
    ])
  func folds(text: String, expected: String) {
    #expect(core(text) == expected)
  }

  @Test(
    "reads every kind of ordinal that is one character",
    arguments: [
      ("①", 1), ("⑳", 20), ("⑴", 1), ("⒇", 20), ("⒈", 1), ("⒛", 20), ("㈠", 1), ("㈩", 10), ("㊀", 1),
      ("㊉", 10), ("Ⅰ", 1), ("Ⅻ", 12),
    ])
  func readsOrdinalCharacters(text: String, ordinal: Int) {
    #expect(LabelFolding.fold(text) == Array("(\(ordinal))".utf16))
  }

  @Test(arguments: ["〈〉", "〔〕", "〖〗", "〘〙", "〚〛", "︵︶", "﹙﹚", "（）"])
  func takesAllBracketsForOne(text: String) {
    #expect(LabelFolding.fold(text) == Array("()".utf16))
  }
}
