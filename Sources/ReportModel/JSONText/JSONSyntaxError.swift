package import Diagnostics

/// The reason why bytes are not a JSON text, with its position.
package struct JSONSyntaxError: PhrasedError, Hashable {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// Something else was expected here.
    case expected(String)
    /// The text ends too early.
    case endOfText
    /// Text after the value.
    case trailingText
    /// A string with an unescaped control character, an invalid escape or half a surrogate pair.
    case badString
    /// A number that the grammar does not allow, such as `01` or `1.`.
    case badNumber
    /// Bytes that are not UTF-8.
    case notUTF8
    /// The same member twice in one object.
    case duplicateMember(String)
    /// Arrays and objects nested beyond the parser's bound.
    case tooDeep(Int)
  }

  /// What is wrong.
  package let reason: Reason
  /// The line, counted from 1.
  package let line: Int
  /// The column in bytes, counted from 1.
  package let column: Int

  /// The position and what is there.
  package var phrase: Phrase {
    let (zh, en) = words
    return Phrase(
      zh: "不是有效的 JSON：第 \(line) 行第 \(column) 字节处\(zh)",
      en: "is not valid JSON: line \(line), byte \(column): \(en)")
  }

  private var words: (zh: String, en: String) {
    switch reason {
    case .expected(let what): ("应为 \(what)", "expected \(what)")
    case .endOfText: ("内容提前结束", "the text ends too early")
    case .trailingText: ("数据之后还有多余内容", "something follows the value")
    case .badString:
      (
        "字符串中有未转义的控制字符或错误的转义",
        "a string holds an unescaped control character or a wrong escape"
      )
    case .badNumber: ("数字写法不合规定", "a number is not written as JSON allows")
    case .notUTF8: ("编码不是 UTF-8", "the bytes are not UTF-8")
    case .duplicateMember(let name): ("成员“\(name)”重复", "member “\(name)” occurs twice")
    case .tooDeep(let bound): ("嵌套超过 \(bound) 层", "nested more than \(bound) levels deep")
    }
  }
}
