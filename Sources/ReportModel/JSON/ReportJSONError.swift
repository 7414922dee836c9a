package import Diagnostics

/// The reason why a JSON text is not a report, with its position.
package struct ReportJSONError: PhrasedError, Hashable {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// A member of this name is not allowed here; the form's nearest are named.
    case unknownMember(known: [String])
    /// Another kind of value was expected.
    case wrongType(Expectation)
    /// The member must be there.
    case missing
    /// No form has this id; the known ones are named.
    case unknownForm(String, known: [String])
    /// A number with more digits than a decimal keeps, or beyond its range.
    case inexactNumber(String)
  }

  /// The expected value.
  package enum Expectation: Sendable, Hashable {
    /// `{…}`
    case object
    /// `"…"`
    case string
    /// A whole number.
    case integer
    /// An object or null.
    case table
    /// A number, null, `"/"` or `{"text": …}`.
    case value
  }

  /// The position, such as `tables.requests.received.total`; empty for the whole report.
  package let path: String
  /// What is wrong.
  package let reason: Reason

  /// The position, what is there and what is expected.
  package var phrase: Phrase {
    let (zh, en) = words
    return path.isEmpty
      ? Phrase(zh: "不是报告：\(zh)", en: "is not a report: \(en)")
      : Phrase(zh: "不是报告：\(path)：\(zh)", en: "is not a report: \(path): \(en)")
  }

  private var words: (zh: String, en: String) {
    switch reason {
    case .unknownMember(let known):
      (
        "不认识的成员；这里可用的有 \(known.joined(separator: "、"))",
        "unknown member; here there may be \(known.joined(separator: ", "))"
      )
    case .wrongType(.object): ("应为对象 {…}", "expected an object {…}")
    case .wrongType(.string): ("应为字符串", "expected a string")
    case .wrongType(.integer): ("应为整数", "expected a whole number")
    case .wrongType(.table): ("应为对象 {…} 或 null", "expected an object {…} or null")
    case .wrongType(.value):
      (
        "应为数字、null（空）、\"/\"（不适用）或 {\"text\": …}（无法识别的内容）",
        "expected a number, null (blank), \"/\" (not applicable) or {\"text\": …} (unreadable)"
      )
    case .missing: ("缺少该成员", "the member is missing")
    case .unknownForm(let id, let known):
      (
        "没有名为“\(id)”的表格；可用的有 \(known.joined(separator: "、"))，也可用 --form 指定",
        "there is no form “\(id)”; known are \(known.joined(separator: ", ")), or give one by --form"
      )
    case .inexactNumber(let text):
      ("数字 \(text) 超出可精确保存的范围", "the number \(text) is beyond what can be kept exactly")
    }
  }
}
