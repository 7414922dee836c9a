import Diagnostics

/// The message about an invalid command line, in both languages.
///
/// ArgumentParser writes it in English only and does not publish the kinds of its errors, so the Chinese is
/// derived from the form of its sentence; an unknown sentence is kept.
struct UsageMessage {
  /// The message with a pointer to the command's help.
  let phrase: Phrase

  /// Converts ArgumentParser's `message` about a command line that names `command`.
  init(_ message: String, command: [String]) {
    let line = message.split(separator: "\n").joined(separator: " ")
    let help = (command + ["--help"]).joined(separator: " ")
    let chinese = Self.chinese(line) ?? line
    phrase = Phrase(
      zh: "\(chinese)（用法见 \(help)）", en: "\(line) (see '\(help)')")
  }

  /// One form of a sentence: the texts between its variable parts, and the Chinese for it.
  private struct Shape: Sendable {
    let fixed: [String]
    let chinese: @Sendable ([Substring]) -> String
  }

  private static let shapes: [Shape] = [
    Shape(fixed: ["Unknown option '", "'. Did you mean '", "'?"]) {
      "没有 \($0[0]) 这个选项，是不是 \($0[1])？"
    },
    Shape(fixed: ["Unknown option '", "'"]) { "没有 \($0[0]) 这个选项" },
    Shape(fixed: ["Missing value for '", "'"]) { "\($0[0]) 后面缺少值" },
    Shape(fixed: ["Missing expected argument '", "'"]) { "缺少参数 \($0[0])" },
    Shape(fixed: ["Unexpected argument '", "'"]) { "多出的参数“\($0[0])”" },
    Shape(fixed: ["", " unexpected arguments: '", "'"]) {
      "多出的 \($0[0]) 个参数：“\($0[1].replacing("', '", with: "”“"))”"
    },
    Shape(fixed: ["The value '", "' is invalid for '", "'. Please provide one of ", "."]) {
      "“\($0[0])”不能用于 \($0[1])；可用的值：\(list($0[2]))"
    },
    Shape(fixed: ["The value '", "' is invalid for '", "'"]) { "“\($0[0])”不能用于 \($0[1])" },
    Shape(fixed: ["The option '", "' does not take any value, but '", "' was specified."]) {
      "选项 \($0[0]) 不带值，却给了“\($0[1])”"
    },
  ]

  private static func chinese(_ line: String) -> String? {
    for shape in shapes {
      if let parts = parts(of: line, between: shape.fixed) { return shape.chinese(parts) }
    }
    return nil
  }

  private static func list(_ words: Substring) -> String {
    String(words).replacing(" or ", with: ", ").replacing(" and ", with: ", ").replacing(
      "'", with: ""
    )
    .replacing(", ", with: "、")
  }

  /// The parts of `line` between the `fixed` texts, or nil if it has another form.
  private static func parts(of line: String, between fixed: [String]) -> [Substring]? {
    guard let first = fixed.first, let last = fixed.last, line.hasPrefix(first),
      line.hasSuffix(last)
    else { return nil }
    var rest = line.dropFirst(first.count)
    var parts: [Substring] = []
    for text in fixed.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: text) else { return nil }
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return parts + [rest.dropLast(last.count)]
  }
}
