#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import ReportModel
import Vocabulary

/// A number with the unit that its own cell states.
struct StatedNumber {
  /// The number as stored or written.
  var number: Decimal
  /// The text that the cell shows.
  var text: String
  /// The unit in the cell.
  var unit: NumberUnit?
  /// Whether the unit is only the symbol of a currency.
  var isSymbol = false
  /// The power of ten that the number was written with, if no unit follows it, as in `3万`.
  var power: NumberUnit?
  /// The number in ``unit``, if a number format scales it.
  var inUnit: Decimal

  /// Makes a number without a unit.
  init(_ number: Decimal, text: String) {
    self.number = number
    self.text = text
    inUnit = number
  }
}

/// Determines the unit of a number, and converts the number into the form's unit.
///
/// A unit in the number's own cell or beside it takes precedence over the form's own heading, which is
/// printed; any other two statements that differ make the unit uncertain.
struct UnitResolution: Sendable {
  /// The form's unit.
  let own: NumberUnit?
  private let quantity: NumberUnit.Quantity
  private let heading: [StatedUnit]

  /// Uses the unit of `column`, and the units that `heading`, or the form's label, states.
  init(_ column: FormColumn, heading: String?) {
    own = column.unit.map(NumberUnit.init(ofForm:))
    quantity = own?.quantity ?? (column.kind == .amount ? .money : .count)
    let label = heading ?? column.label
    let isNamed = quantity == .money || NumberUnit.mayBeNamed(in: label)
    self.heading =
      isNamed
      ? UnitStatement.units(inLabel: label).map { StatedUnit(unit: $0, text: label) } : []
  }

  /// The value of `number` in the form's unit; unreadable if its unit is uncertain.
  func value(_ number: StatedNumber, _ stated: FieldUnits) -> ReadValue {
    let beside = stated.adjacent.map { $0.measuring(quantity) }
    let labels = (heading + stated.stated).map { $0.measuring(quantity) }
    if number.unit == nil, number.power == nil, beside.isEmpty,
      labels.allSatisfy({ isOwn($0.unit) })
    {
      return ReadValue(.number(number.number))
    }
    let attached =
      number.unit.map {
        [StatedUnit(unit: $0, text: number.text).measuring(quantity)]
      } ?? []
    if let wrong = (attached + beside + labels).first(where: { !fits($0.unit) }) {
      return ReadValue(
        .unreadable(number.text),
        remarks: [.wrongUnit(text: number.text, unit: wrong.unit.text)])
    }
    // Zero is zero in any unit
    if number.number == 0 { return ReadValue(.number(0)) }
    switch choice(number, attached + beside, labels) {
    case .unit(let stated): return converted(number, stated)
    case .form: return ReadValue(.number(number.number))
    case .contradiction:
      let stated = (attached + beside + labels).map(\.unit)
      let others = stated.isEmpty ? [own].compactMap { $0 } : stated
      let units = ([number.power].compactMap { $0 } + others).unique.map(\.text)
      return ReadValue(
        .unreadable(number.text),
        remarks: [.contradictingUnits(text: number.text, units: units)])
    }
  }

  /// The statement that applies.
  private enum Choice {
    case unit(StatedUnit)
    /// Nothing is stated: the form's own unit.
    case form
    /// Two statements differ.
    case contradiction
  }

  private func choice(
    _ number: StatedNumber, _ beside: [StatedUnit], _ labels: [StatedUnit]
  ) -> Choice {
    guard let first = beside.first else {
      guard !isDoubtful(number, in: labels.first?.unit ?? own) else { return .contradiction }
      guard let label = labels.first else { return .form }
      return labels.allSatisfy { $0.unit.isSame(as: label.unit) } ? .unit(label) : .contradiction
    }
    guard beside.allSatisfy({ $0.unit.isSame(as: first.unit) }) else { return .contradiction }
    let contradicts = labels.contains { label in
      !label.unit.isSame(as: first.unit)
        && number.number.shifted(by: label.unit.exponent)
          != number.inUnit.shifted(by: first.unit.exponent)
    }
    // The form's own heading is printed; a unit that was entered at the number takes precedence
    let isPrinted = labels.allSatisfy { isOwn($0.unit) } && !number.isSymbol
    return !contradicts || isPrinted ? .unit(first) : .contradiction
  }

  private func converted(_ number: StatedNumber, _ stated: StatedUnit) -> ReadValue {
    guard let own else { return ReadValue(.number(number.number)) }
    let isAttached = number.unit != nil
    let from = isAttached ? number.inUnit : number.number
    let value = from.shifted(by: stated.unit.exponent - own.exponent)
    guard value != number.number else { return ReadValue(.number(value)) }
    return ReadValue(
      .number(value),
      remarks: [
        .converted(
          text: number.text, statedBy: isAttached ? nil : stated.text, number: value.plain,
          unit: own.text)
      ])
  }

  private func isOwn(_ unit: NumberUnit) -> Bool { own.map(unit.isSame) ?? false }

  /// Whether the power of ten that a number was written with may be that of its unit: under 万元, `3万` is
  /// hardly 30,000 万元.
  private func isDoubtful(_ number: StatedNumber, in unit: NumberUnit?) -> Bool {
    number.power != nil && quantity == .money && unit?.exponent ?? 0 > 0
  }

  /// Whether the fields can have `unit`.
  private func fits(_ unit: NumberUnit) -> Bool {
    unit.quantity == quantity && (quantity != .own || isOwn(unit))
  }
}

extension StatedUnit {
  /// The statement with the quantity that its unit measures, if the unit is only a power of ten.
  fileprivate func measuring(_ quantity: NumberUnit.Quantity) -> StatedUnit {
    guard unit.quantity == .scale else { return self }
    return StatedUnit(unit: unit.measuring(quantity), text: text)
  }
}
