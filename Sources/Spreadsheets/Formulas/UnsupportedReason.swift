public import Diagnostics

/// Why a formula was not evaluated; the evaluator never guesses.
public enum UnsupportedReason: PhrasedError, Hashable {
  /// It calls an unsupported function.
  case function(String)
  /// It uses something unsupported, such as an array constant or another workbook.
  case construct(String)
  /// It uses a name or sheet that the workbook does not have.
  case unknownName(String)
  /// It depends on itself.
  case cycle
  /// It is not a formula from this byte on, counted from 1.
  case syntax(offset: Int)
  /// A text is used as a number, and which number it is depends on the program.
  case unclearNumber(String)
  /// It is nested too deeply, is too long, or needs too large an array.
  case tooLarge
  /// The formulas of the file need more work than a safety limit allows.
  case limit(LimitExceeded)

  /// The reason as a message.
  public var phrase: Phrase {
    switch self {
    case .function(let name):
      Phrase(
        zh: "不支持函数 \(name.excerpt)", en: "the function \(name.excerpt) is not supported")
    case .construct(let text):
      Phrase(zh: "不支持 \(text.excerpt)", en: "\(text.excerpt) is not supported")
    case .unknownName(let name):
      Phrase(
        zh: "找不到名称或工作表“\(name.excerpt)”", en: "there is no name or sheet “\(name.excerpt)”")
    case .cycle: Phrase(zh: "循环引用", en: "it depends on itself")
    case .syntax(let offset):
      Phrase(zh: "从第 \(offset) 字节起不是公式", en: "it is no formula from byte \(offset) on")
    case .unclearNumber(let text):
      Phrase(
        zh: "文本“\(text.excerpt)”算作什么数字不明确",
        en: "it is unclear what number the text “\(text.excerpt)” means")
    case .tooLarge:
      Phrase(zh: "公式过长、嵌套过深或引用过多", en: "it is too long, too deep or reads too many cells")
    case .limit(let exceeded): exceeded.phrase
    }
  }
}
