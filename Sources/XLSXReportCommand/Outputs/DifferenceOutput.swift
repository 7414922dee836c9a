import Diagnostics
import ReportModel

/// Differences of two reports as text or JSON.
enum DifferenceOutput {
  /// One line per difference, for people; the paragraphs of a section have lines of their own.
  static func text(_ differences: [ReportDifference], _ definition: FormDefinition) -> String {
    differences.map { difference in
      if difference.name.hasPrefix("section."), case .text(let left) = difference.left,
        case .text(let right) = difference.right
      {
        return difference.name.withControlsEscaped + ":\n" + paragraphs(left, right)
      }
      let label = difference.field.map { "  (\(definition.label(of: $0)))" } ?? ""
      let line =
        "\(difference.name): \(described(difference.left)) → \(described(difference.right))"
      return (line + (difference.field == nil ? "" : label)).withControlsEscaped + "\n"
    }.joined()
  }

  /// One object per line; a side without the field has no member.
  static func json(_ differences: [ReportDifference]) -> String {
    differences.map { difference in
      var members: [(String, JSONTree)] = [("field", .string(difference.name))]
      if let left = value(difference.left) { members.append(("left", left)) }
      if let right = value(difference.right) { members.append(("right", right)) }
      return JSONTree.object(members).line + "\n"
    }.joined()
  }

  /// The paragraphs that only one side has, in the order of the text.
  private static func paragraphs(_ left: String, _ right: String) -> String {
    let left = left.split(separator: "\n")
    let right = right.split(separator: "\n")
    let changes = right.difference(from: left)
    return (changes.removals + changes.insertions).map { change in
      switch change {
      case .remove(_, let paragraph, _): "  - \(paragraph)".withControlsEscaped + "\n"
      case .insert(_, let paragraph, _): "  + \(paragraph)".withControlsEscaped + "\n"
      }
    }.joined()
  }

  private static func described(_ side: ReportDifference.Side) -> String {
    switch side {
    case .absent: Phrase(zh: "（没有）", en: "(absent)").text
    case .value(.number(let number)): "\(number)"
    case .value(.blank): Phrase(zh: "（空）", en: "(blank)").text
    case .value(.notApplicable): "/"
    case .value(.unreadable(let text)): "“\(text)”"
    case .text(let text): text.isEmpty ? Phrase(zh: "（空）", en: "(blank)").text : "“\(text)”"
    case .year(let year): "\(year)"
    }
  }

  private static func value(_ side: ReportDifference.Side) -> JSONTree? {
    switch side {
    case .absent: nil
    case .value(.blank): .raw("null")
    case .value(.number(let number)): .raw("\(number)")
    case .value(.notApplicable): .string("/")
    case .value(.unreadable(let text)): ["text": .string(text)]
    case .text(let text): .string(text)
    case .year(let year): .integer(year)
    }
  }
}
