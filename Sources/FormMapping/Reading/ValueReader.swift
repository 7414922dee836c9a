#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Grids
import Languages
package import ReportModel

/// Reads the value of a field out of a cell.
///
/// Nothing is guessed: what is not plainly one number, a blank or a mark is unreadable, and its text is
/// kept.
package struct ValueReader: Sendable {
  private let kind: FormColumn.Kind
  private let unit: ValueUnit?
  private let statedUnit: ValueUnit?

  /// Makes a reader for the cells of `column`.
  ///
  /// - Parameters:
  ///   - column: The form's column.
  ///   - heading: The column's label as the grid writes it, which may tell another unit than the form's.
  package init(_ column: FormColumn, heading: String? = nil) {
    kind = column.kind
    unit = column.unit.flatMap { ValueUnit(startOf: $0) }
    statedUnit = heading.flatMap { ValueUnit(label: $0) }
  }

  /// Reads `cell`; nil is a blank.
  package func read(_ cell: GridCell?) -> ReadValue {
    guard let cell else { return ReadValue(.blank) }
    var read = value(cell.value, formula: cell.formula)
    if let fresh = cell.freshValue {
      read.remarks.append(.stale(stored: Self.text(cell.value), fresh: Self.text(fresh)))
    }
    if cell.value != .notEvaluated, case .notEvaluated(let formula, let reason) = cell.formula {
      read.remarks.append(
        .unchecked(formula: "=" + formula, stored: Self.text(cell.value), reason: reason))
    }
    return read
  }

  private func value(_ value: GridValue, formula: GridFormula?) -> ReadValue {
    switch value {
    case .number(let double):
      guard let number = Decimal(cell: double) else { return unreadable(Self.text(value)) }
      return converted(number, text: number.plain, stated: statedUnit)
    case .text(let text): return read(text.trimmed)
    case .boolean, .error, .date:
      let text = Self.text(value)
      return ReadValue(.unreadable(text), remarks: [.wrongKind(text: text)])
    case .notEvaluated:
      guard case .notEvaluated(let formula, let reason) = formula else { return unreadable("=") }
      let text = ("=" + formula).excerpt
      return ReadValue(
        .unreadable(text), remarks: [.notEvaluated(formula: text, reason: reason)])
    }
  }

  private func read(_ text: String) -> ReadValue {
    if text.isEmpty { return ReadValue(.blank) }
    if Self.isMark(text) { return ReadValue(.notApplicable) }
    guard let result = NumberScanner(text).scan() else { return unreadable(text) }
    return value(result, text: text)
  }

  private func value(_ result: NumberScanner.Result, text: String) -> ReadValue {
    let number = result.number.plain
    let (unit, remark) = Self.split(result.rest)
    guard let remark else {
      return Self.holdsDigit(result.rest)
        ? ReadValue(.unreadable(text), remarks: [.severalNumbers(text: text)]) : unreadable(text)
    }
    if let unit, (unit.yuan != nil) != (kind == .amount) {
      return ReadValue(.unreadable(text), remarks: [.wrongUnit(text: text, unit: unit.text)])
    }
    var read = converted(result.number, text: text, stated: unit ?? statedUnit)
    if !result.rest.isEmpty { read.note = result.rest }
    let isConverted = !read.remarks.isEmpty
    if result.usesWords {
      read.remarks.append(.words(text: text, number: number))
    } else if !result.rest.isEmpty, !isConverted || !remark.isEmpty {
      read.remarks.append(.beside(text: text, number: number))
    } else if result.isFullWidth {
      read.remarks.append(.fullWidth(text: text, number: number))
    }
    return read
  }

  /// `number` in the form's unit.
  private func converted(
    _ number: Decimal, text: @autoclosure () -> String, stated: ValueUnit?
  ) -> ReadValue {
    guard let from = stated?.yuan, let to = unit?.yuan, from != to, kind == .amount else {
      return ReadValue(.number(number))
    }
    let amount = number * from / to
    return ReadValue(
      .number(amount),
      remarks: [.converted(text: text(), number: amount.plain, unit: unit?.text ?? "")])
  }

  private func unreadable(_ text: String) -> ReadValue {
    ReadValue(.unreadable(text), remarks: [.unreadable(text: text)])
  }

  /// What follows a number, as a unit and a remark; the remark is nil when it is neither.
  private static func split(_ rest: String) -> (ValueUnit?, String?) {
    let unit = ValueUnit(startOf: rest)
    let remark = String(rest.dropFirst(unit?.text.count ?? 0)).trimmed
    guard let first = remark.first else { return (unit, "") }
    let isBracketed = "（([【〔".contains(first) && "）)]】〕".contains(remark.last ?? " ")
    return (unit, isBracketed ? remark : nil)
  }

  private static func holdsDigit(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.numericType == .decimal }
  }

  /// Whether `text` says that the field does not apply.
  package static func isMark(_ text: String) -> Bool {
    guard text.utf8.count <= longestMark else { return false }
    if words.contains(text.lowercased()) { return true }
    return text.unicodeScalars.count <= 4 && text.unicodeScalars.allSatisfy { marks.contains($0) }
  }

  /// The bytes of the longest word or mark, in UTF-8.
  private static let longestMark = 16
  private static let words: Set<String> = [
    "无", "無", "暂无", "不适用", "不適用", "不涉及", "n/a", "na", "n.a.", "n．a．", "ｎ/ａ",
  ]
  private static let marks = Set("/\\-—–－―‒−‐─ー一.·。／".unicodeScalars).subtracting(["一"])

  /// Whether `text` is a number, a mark or several numbers, rather than a label.
  static func isValueLike(_ text: String) -> Bool {
    let text = text.trimmed
    if text.isEmpty || isMark(text) { return true }
    guard NumberScanner.mayScan(text), let result = NumberScanner(text).scan() else { return false }
    if result.rest.isEmpty || split(result.rest).1 != nil { return true }
    return holdsDigit(result.rest) && !result.rest.unicodeScalars.contains { $0.value >= 0x4E00 }
  }

  /// The whole number that a value of a grid is, or whose digits it holds.
  static func whole(_ value: GridValue) -> Int? {
    if case .number(let number) = value, number.magnitude < 1e15, number == number.rounded() {
      return Int(number)
    }
    return Int(text(value).trimmed)
  }

  /// A value of a grid as a person would write it.
  static func text(_ value: GridValue) -> String {
    switch value {
    case .number(let number): Decimal(cell: number)?.plain ?? "\(number)"
    case .text(let text): text
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let code): code
    case .date(let text, _): text
    case .notEvaluated: ""
    }
  }
}
