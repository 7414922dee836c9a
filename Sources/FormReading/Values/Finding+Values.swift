import Diagnostics
import ReportModel

/// Findings about the value of a field.
extension Finding {
  static func value(_ remark: ValueRemark, label: String, cell: FindingCell) -> Finding {
    let (rule, severity) = remark.rule
    return Finding(rule: rule, severity: severity, message: remark.phrase(label), cells: [cell])
  }

  /// Reports that a note to a table states a unit that none of its fields can have.
  static func unfittingUnit(_ label: String, _ note: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "value.unit", severity: .warning,
      message: Phrase(
        zh: "“\(label)”旁写着“\(note.oneLine)”，但表内各项都是件数；按件数读入，请核对",
        en: """
          “\(note.oneLine)” beside “\(label)” is a unit that none of its fields can be in; they were read as \
          counts, please check
          """), cells: cells)
  }
}

extension ValueRemark {
  /// The rule and the severity of the finding.
  fileprivate var rule: (RuleID, Severity) {
    switch self {
    case .beside, .fullWidth, .converted, .mark, .corrected, .reversed: ("value.note", .note)
    case .words, .doubtful: ("value.note", .warning)
    case .unreadable, .severalNumbers, .wrongKind, .struckOut, .onlyMark, .unclear, .rivals:
      ("value.text", .error)
    case .wrongUnit, .contradictingUnits: ("value.unit", .error)
    case .shownOtherwise, .hidden: ("value.display", .warning)
    case .notEvaluated: ("value.notEvaluated", .error)
    case .unchecked: ("value.notEvaluated", .note)
    case .stale: ("value.stale", .warning)
    }
  }

  /// The message, which names the field by `label`.
  fileprivate func phrase(_ label: String) -> Phrase {
    switch self {
    case .beside(let text, let number), .fullWidth(let text, let number):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”读作 \(number)",
        en: "“\(label)”: “\(text.oneLine)” was read as \(number)")
    case .doubtful(let text, let number):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”读作 \(number)，但旁边的话可能另有所指；请只留正确的数",
        en: """
          “\(label)”: “\(text.oneLine)” was read as \(number), but what is beside it may say otherwise; leave \
          only the right number
          """)
    case .words(let text, let number):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”读作 \(number)，请改写为阿拉伯数字",
        en: "“\(label)”: “\(text.oneLine)” was read as \(number); please write it in digits")
    case .converted(let text, nil, let number, let unit):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”换算为 \(number) \(unit)，请核对",
        en: "“\(label)”: “\(text.oneLine)” was converted into \(number) \(unit), please check")
    case .converted(let text, let stated?, let number, let unit):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”按“\(stated.oneLine)”换算为 \(number) \(unit)，请核对",
        en: """
          “\(label)”: “\(text.oneLine)” was converted by “\(stated.oneLine)” into \(number) \(unit), please \
          check
          """)
    case .unreadable(let text):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”不是数字；请填数字，不适用时填“/”，没有则留空",
        en: """
          “\(label)”: “\(text.oneLine)” is no number; enter a number, “/” where it does not apply, or \
          nothing
          """)
    case .severalNumbers(let text):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”中不止一个数，无法确定；一格只填一个数",
        en: """
          “\(label)”: “\(text.oneLine)” holds more than one number, so none was read; enter one number
          """)
    case .wrongUnit(let text, let unit):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”的单位“\(unit)”与该指标不符，没有读入",
        en: "“\(label)”: “\(text.oneLine)” is in “\(unit)”, which this field cannot be in; not read"
      )
    case .contradictingUnits(let text, let units):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”的单位前后不一（\(Self.list(units))），没有读入；请只写一种单位",
        en: """
          “\(label)”: the units stated for “\(text.oneLine)” contradict each other (\(Self.list(units))), so \
          it was not read; state one unit
          """)
    case .shownOtherwise(let stored, ""):
      Phrase(
        zh: "“\(label)”：单元格什么也不显示，保存的是 \(stored)；读入保存的数，请核对单元格格式",
        en: """
          “\(label)”: the cell shows nothing but stores \(stored); the stored number was read, please check \
          the cell's format
          """)
    case .shownOtherwise(let stored, let shown):
      Phrase(
        zh: "“\(label)”：单元格显示“\(shown.oneLine)”，保存的是 \(stored)；读入保存的数，请核对单元格格式",
        en: """
          “\(label)”: the cell shows “\(shown.oneLine)” but stores \(stored); the stored number was read, \
          please check the cell's format
          """)
    case .wrongKind(let text):
      Phrase(
        zh: "“\(label)”：单元格内是“\(text.oneLine)”（日期、逻辑值或错误值），不是数字",
        en:
          "“\(label)”: the cell holds “\(text.oneLine)”, a date, truth value or error, not a number"
      )
    case .notEvaluated(let formula, let reason):
      Phrase(
        zh: """
          “\(label)”：公式 \(formula.oneLine) 没有保存结果，也无法计算（\(reason.zh)）；请在 Excel 或 WPS 中重新保存
          """,
        en: """
          “\(label)”: the formula \(formula.oneLine) has no stored result and could not be evaluated \
          (\(reason.en)); save the file again in Excel or WPS
          """)
    case .unchecked(let formula, let stored, let reason):
      Phrase(
        zh: """
          “\(label)”：公式 \(formula.oneLine) 无法计算（\(reason.zh)）；读入保存的结果“\(stored.oneLine)”，未经核对
          """,
        en: """
          “\(label)”: the formula \(formula.oneLine) could not be evaluated (\(reason.en)); its stored \
          result “\(stored.oneLine)” was read unchecked
          """)
    case .mark, .corrected, .struckOut, .onlyMark, .hidden, .unclear, .rivals, .reversed:
      shownPhrase(label)
    case .stale(let stored, let fresh):
      Phrase(
        zh: "“\(label)”：保存的结果是 \(stored.oneLine)，按公式现在应为 \(fresh.oneLine)；读入保存的结果",
        en: """
          “\(label)”: the stored result is \(stored.oneLine), but the formula now gives \(fresh.oneLine); the stored \
          result was read
          """)
    }
  }

  /// Words in quotation marks, separated by spaces.
  private static func list(_ words: [String]) -> String {
    words.map { "“\($0.oneLine)”" }.joined(separator: " ")
  }

  /// The message if the display differs from the content.
  private func shownPhrase(_ label: String) -> Phrase {
    switch self {
    case .mark(let text, let number):
      Phrase(
        zh: "“\(label)”：读作 \(number)；旁边的标注“\(text.oneLine)”不算在数字里",
        en: "“\(label)”: read as \(number), without the mark “\(text.oneLine)” beside it")
    case .corrected(let text, let number):
      Phrase(
        zh: "“\(label)”：读作 \(number)；划掉的“\(text.oneLine)”没有读入",
        en: "“\(label)”: read as \(number), without “\(text.oneLine)”, which is struck out")
    case .reversed(let number):
      Phrase(
        zh: "“\(label)”：单元格中有改变文字方向的字符；按显示的次序读作 \(number)",
        en: """
          “\(label)”: characters in the cell change its direction; it was read as it is shown, \
          \(number)
          """)
    case .struckOut(let text):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”已被划掉，没有读入；请填写有效的数，或去掉删除线",
        en: """
          “\(label)”: “\(text.oneLine)” is struck out and was not read; enter the number that counts, \
          or take the line off
          """)
    case .onlyMark(let text):
      Phrase(
        zh: "“\(label)”：单元格里只有上标或下标“\(text.oneLine)”，没有读入；请按正文填写数字",
        en: """
          “\(label)”: the cell shows only the superscript or subscript “\(text.oneLine)”, which was \
          not read; write the number as plain text
          """)
    case .hidden(let text):
      Phrase(
        zh: "“\(label)”：单元格看上去是空的，其中的“\(text.oneLine)”没有显示；按空白读入，请核对",
        en: """
          “\(label)”: the cell looks empty, for “\(text.oneLine)” in it is not shown; it was read as \
          blank, please check
          """)
    case .unclear(let text):
      Phrase(
        zh: "“\(label)”：“\(text.oneLine)”显示出来是什么不能确定，没有读入；请填写普通的数字",
        en: """
          “\(label)”: it is uncertain what “\(text.oneLine)” looks like, so it was not read; enter a \
          plain number
          """)
    default:
      rivalPhrase(label)
    }
  }

  private func rivalPhrase(_ label: String) -> Phrase {
    guard case .rivals(let texts) = self else { return Phrase(zh: label, en: label) }
    return Phrase(
      zh:
        "“\(label)”：这个单元格在文件里有 \(texts.count) 处，内容不同（\(texts.map { "“\($0.oneLine)”" }.joined(separator: "、"))），没有读入；请用 Excel 或 WPS 打开后另存",
      en: """
        “\(label)”: the cell is in the file \(texts.count) times, with different contents \
        (\(texts.map { "“\($0.oneLine)”" }.joined(separator: ", "))); it was not read; open the file \
        in Excel or WPS and save it again
        """)
  }
}
