#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics
package import Documents
package import ReportModel
import Vocabulary

/// Reads the value of a field from a cell.
///
/// Nothing is guessed: a value that is not clearly one number, a blank or a mark is unreadable, and its text
/// is kept. So is a number whose unit is uncertain.
package struct ValueReader: Sendable {
  /// The kind of values in the fields.
  let kind: FormColumn.Kind
  private let units: UnitResolution

  /// Makes a reader for the cells of `column`.
  ///
  /// - Parameters:
  ///   - column: The form's column.
  ///   - heading: The column's label as the grid writes it, which may state another unit than the form's;
  ///     nil for the form's own label.
  package init(_ column: FormColumn, heading: String? = nil) {
    kind = column.kind
    units = UnitResolution(column, heading: heading)
  }

  /// Reads `cell`; nil is a blank.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - stated: The units that are stated around it, except in the heading.
  /// - Returns: The value in the form's unit, with the remarks on it.
  package func read(_ cell: GridCell?, units stated: FieldUnits = .none) -> ReadValue {
    guard let cell else { return ReadValue(.blank) }
    var read =
      cell.appearance.map { self.read($0, cell.reference, stated) } ?? value(cell, stated)
    if let fresh = cell.freshValue {
      read.remarks.append(.stale(stored: Self.text(cell.value), fresh: Self.text(fresh)))
    }
    if cell.value != .notEvaluated, case .notEvaluated(let formula, let reason) = cell.formula {
      read.remarks.append(
        .unchecked(formula: "=" + formula, stored: Self.text(cell.value), reason: reason))
    }
    return read
  }

  /// Reads a cell that is displayed as its value, or in its number format.
  func value(_ cell: GridCell, _ stated: FieldUnits) -> ReadValue {
    switch cell.value {
    case .number(let double):
      guard let number = Decimal(cell: double) else { return unreadable(Self.text(cell.value)) }
      let text = Self.text(cell.value)
      guard let shown = cell.shown, shown != text else {
        return units.value(StatedNumber(number, text: text), stated)
      }
      return value(StatedNumber(number, text: text), shown: shown, stated)
    case .text(let text):
      if let directional = DirectionalText(text) {
        return read(directional, cell.reference, stated)
      }
      let visible = text.withoutInvisibleCharacters
      if let marked = ShownText(markedEndOf: visible) {
        return read(marked, cell.reference, stated)
      }
      return read(visible.trimmed, shown: cell.shown, stated)
    case .boolean, .error, .date:
      let text = Self.text(cell.value)
      return ReadValue(.unreadable(text), remarks: [.wrongKind(text: text)])
    case .notEvaluated:
      guard case .notEvaluated(let formula, let reason) = cell.formula else {
        return unreadable("=")
      }
      let text = ("=" + formula).excerpt
      return ReadValue(
        .unreadable(text), remarks: [.notEvaluated(formula: text, reason: reason)])
    }
  }

  /// Reads a number that its format may display as another.
  private func value(
    _ number: StatedNumber, shown: String, _ stated: FieldUnits
  ) -> ReadValue {
    let display = ShownNumber(shown, stored: number.number)
    var number = number
    if display.isSame, let unit = display.unit {
      number.text = shown.trimmed
      number.isSymbol = display.isSymbol
      number.inUnit = display.inUnit
      switch unit.quantity {
      case .scale: number.power = unit
      case .count: number.unit = unit.withoutPower
      default: number.unit = unit
      }
    }
    var read = units.value(number, stated)
    if !display.isSame {
      read.remarks.append(.shownOtherwise(stored: Self.plain(number.number), shown: shown.trimmed))
    }
    return read
  }

  private func read(_ text: String, shown: String?, _ stated: FieldUnits) -> ReadValue {
    if text.isEmpty { return ReadValue(.blank) }
    if Mark.isOne(text) {
      let isShown = shown.map { Mark.isOne($0.trimmed) } ?? true
      return ReadValue(
        .notApplicable,
        remarks: isShown ? [] : [.shownOtherwise(stored: text, shown: (shown ?? "").trimmed)])
    }
    let (currency, amount) = Self.currency(of: text.hasSuffix("。") ? String(text.dropLast()) : text)
    guard let result = NumberScanner(amount).scan() else { return unreadable(text) }
    let (unit, remark) = UnitStatement.unit(behindNumber: result.rest, own: units.own)
    guard Self.isRemark(remark), !remark.contains(where: { $0 == 0x25 || $0 == 0x2030 }) else {
      return Self.holdsDigit(result.rest)
        ? ReadValue(.unreadable(text), remarks: [.severalNumbers(text: text)]) : unreadable(text)
    }
    var number = StatedNumber(result.number, text: text)
    switch (unit?.quantity, currency) {
    case (.money, _), (.foreignMoney, _), (.share, _), (.own, _): number.unit = unit
    case (.scale, let currency?): number.unit = unit?.measuring(currency.quantity)
    case (.scale, nil):
      number.power = unit
      number.number = number.number.shifted(by: unit?.exponent ?? 0)
    case (.count, _):
      number.unit = unit?.withoutPower
      number.number = number.number.shifted(by: unit?.exponent ?? 0)
    case (nil, let currency?): (number.unit, number.isSymbol) = (currency, true)
    case (nil, nil): number.power = result.isLarge ? NumberUnit.tenThousand : nil
    }
    number.inUnit = number.number
    if let shown, shown != text, unit == nil, currency == nil {
      return value(number, shown: shown, stated)
    }
    var read = units.value(number, stated)
    guard case .number = read.value else { return read }
    let isConverted = !read.remarks.isEmpty
    let hasRest = !result.rest.isEmpty
    if hasRest { read.note = result.rest }
    let plain = Self.plain(number.number)
    if result.usesWords {
      read.remarks.append(.words(text: text, number: plain))
    } else if Self.isDoubtful(remark) {
      read.remarks.append(.doubtful(text: text, number: plain))
    } else if hasRest || currency != nil, !isConverted || !remark.isEmpty {
      read.remarks.append(.beside(text: text, number: plain))
    } else if result.isFullWidth {
      read.remarks.append(.fullWidth(text: text, number: plain))
    }
    return read
  }

  private func unreadable(_ text: String) -> ReadValue {
    ReadValue(.unreadable(text), remarks: [.unreadable(text: text)])
  }

  private static func plain(_ number: Decimal) -> String { number.plain }

  /// The currency before an amount, and the text after it.
  private static func currency(of text: String) -> (NumberUnit?, String) {
    guard let first = text.utf16.first, NumberUnit.mayBeCurrency(first) else { return (nil, text) }
    let units = Array(text.utf16)
    guard let (unit, end) = NumberUnit.currency(startOf: units[...]) else { return (nil, text) }
    return (unit, String(decoding: units[end...], as: UTF16.self).trimmed)
  }

  /// Whether the text after a number and its unit is empty, or a remark in brackets.
  private static func isRemark(_ text: ArraySlice<UInt16>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    return (first == 0x28 || first == 0x5B) && (last == 0x29 || last == 0x5D)
  }

  /// Whether a remark replaces the number or makes it invalid.
  private static func isDoubtful(_ remark: ArraySlice<UInt16>) -> Bool {
    doubts.contains { remark.firstRange(of: $0) != nil } || isYear(remark.dropFirst().dropLast())
  }

  private static func isYear(_ text: ArraySlice<UInt16>) -> Bool {
    let text = text.last == 0x5E74 ? text.dropLast() : text  // 年
    return text.count == 4 && text.allSatisfy { 0x30...0x39 ~= $0 }
      && [0x31, 0x32].contains(text.first)
  }

  private static let doubts = [
    "上年", "去年", "前年", "删", "废", "错", "误", "更正", "应为", "应是", "改为", "不计", "不含", "未计", "未含", "拟", "待",
    "估", "预", "约", "左右", "?", "？",
  ].map { Array($0.utf16) }

  private static func holdsDigit(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.numericType == .decimal }
  }

  /// Whether `text` is a number, a mark or several numbers, rather than a label.
  static func isValueLike(_ text: String) -> Bool {
    if !text.isEmpty, text.utf8.count <= 15, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return true
    }
    let visible = text.withoutInvisibleCharacters
    let text = ShownText(markedEndOf: visible)?.text ?? visible.trimmed
    if text.isEmpty || Mark.isOne(text) { return true }
    let (currency, amount) = currency(of: text)
    guard NumberScanner.mayScan(amount), let result = NumberScanner(amount).scan() else {
      return false
    }
    if result.rest.isEmpty || currency != nil { return true }
    if isRemark(UnitStatement.unit(behindNumber: result.rest, own: nil).remark) { return true }
    return holdsDigit(result.rest) && !result.rest.unicodeScalars.contains { $0.value >= 0x4E00 }
  }

  /// The whole number that a value of a grid is, or whose digits it contains.
  static func whole(_ value: GridValue) -> Int? {
    switch value {
    case .number(let number):
      number.magnitude < 1e15 && number == number.rounded() ? Int(number) : nil
    case .text(let text): Int(text.trimmed)
    default: nil
    }
  }

  /// A value of a grid as a person would write it.
  static func text(_ value: GridValue) -> String {
    switch value {
    case .number(let number):
      whole(value).map(String.init) ?? Decimal(cell: number)?.plain ?? "\(number)"
    case .text(let text): text
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let code): code
    case .date(let text, _): text
    case .notEvaluated: ""
    }
  }
}
