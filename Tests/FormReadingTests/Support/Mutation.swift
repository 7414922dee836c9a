import Documents
import Foundation
import ReportModel
import TestSupport

/// Something that goes wrong with a table on its way from an agency.
enum Mutation: String, CaseIterable {
  case swapRowLabels, swapColumnLabels, swapGroupLabels
  case deleteRow, deleteColumn, deleteLabel, deleteHead, deleteGroup
  case repeatRow, repeatRowWithOtherNumbers, repeatColumn
  case secondYearAbove, secondYearBelow, secondYearBeside
  case lastYearToTheRight, lastYearUnderSameHeads, lastYearUnderItsOwnHeads, lastYearBetween
  case shiftRowRight, shiftRowLeft, shiftWholeRow, shiftColumnDown, shiftTableRight, shiftTableDown
  case renameTotals, subtotalRow, subtotalColumn, groupSubtotals
  case twoNumbers, mergeValues, damageLabel, damageAllLabels, insertBlankRow, insertBlankColumn
  case insertNoteRow, moveRow, numberInHead, splitNumber, blankRow, unitColumn, lineNumbers
  case headUnit, renameRowLikeAnother, extraRow
  case shiftTableUp, shiftTableLeft, shiftColumnUp, insertCellAbove, insertCellBefore
  case strayRow, strayColumn, footer, unitRow, noteRowWithNumber, otherFormBelow, otherFormBeside
  case moveColumn, removeColumn, shuffleRows, shortenMerge, splitMerge
  case widenColumns, gapBeforeValues, shiftTableFar, shiftRowFar
  case otherMeaning

  /// Whether numbers are moved without their labels.
  var shifts: Bool {
    switch self {
    case .shiftRowRight, .shiftRowLeft, .shiftWholeRow, .shiftColumnDown, .shiftTableRight,
      .shiftTableDown, .shiftTableUp, .shiftTableLeft, .shiftColumnUp, .insertCellAbove,
      .insertCellBefore, .splitNumber, .shiftTableFar, .shiftRowFar:
      true
    default: false
    }
  }

  /// Whether a person who sees the table is still sure of every value.
  var isHarmless: Bool {
    switch self {
    case .renameTotals, .insertBlankRow, .insertNoteRow, .unitColumn, .lineNumbers, .unitRow,
      .widenColumns,
      .gapBeforeValues:
      true
    default: false
    }
  }

  /// Whether numbers are taken away, so that a blank is right.
  var blanks: Bool { self == .blankRow || self == .deleteRow }
}

/// Damages drawings at random.
struct Mutator {
  var generator: SeededGenerator
  private var next = 20_000

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A number that stands nowhere else.
  mutating func number() -> Drawing.Ink {
    next += 1
    return .value(.number(Double(next)))
  }

  mutating func pick<C: Collection>(_ choices: C) -> C.Element? {
    choices.randomElement(using: &generator)
  }

  /// `drawing` with its values replaced by others.
  mutating func otherYear(_ drawing: Drawing) -> Drawing {
    var other = drawing
    for (place, ink) in drawing.squares.sorted(by: { $0.key < $1.key }) {
      if case .field = ink { other.squares[place] = number() }
    }
    return other
  }

  /// Damages `drawing` by `mutation`; nil where that does not apply.
  mutating func apply(_ mutation: Mutation, to drawing: Drawing) -> Drawing? {
    var drawing = drawing
    switch mutation {
    case .swapRowLabels: return swap(drawing, rowLabels(drawing))
    case .swapColumnLabels: return swap(drawing, headLabels(drawing))
    case .swapGroupLabels: return swap(drawing, groupLabels(drawing))
    case .deleteRow:
      guard let row = pick(valueRows(drawing)) else { return nil }
      drawing.deleteRow(row)
    case .deleteColumn:
      // A column without a head leaves a form that was never filled in
      let headed = Set(labels(drawing).map(\.column))
      guard let column = pick(valueColumns(drawing).filter(headed.contains)) else { return nil }
      drawing.squares = drawing.squares.filter { $0.key.column != column }
    case .deleteLabel:
      guard let place = pick(labels(drawing)) else { return nil }
      drawing.squares[place] = nil
    case .deleteHead:
      guard let place = pick(headLabels(drawing)) else { return nil }
      drawing.squares = drawing.squares.filter { $0.key.row != place.row }
    case .deleteGroup:
      guard let place = pick(groupLabels(drawing)) else { return nil }
      drawing.squares[place] = nil
    case .repeatRow, .repeatRowWithOtherNumbers:
      return repeatRow(drawing, otherNumbers: mutation == .repeatRowWithOtherNumbers)
    case .repeatColumn: return repeatColumn(drawing)
    case .secondYearAbove: return otherYear(drawing).above(drawing, gap: pick(0...2) ?? 1)
    case .secondYearBelow:
      let other = otherYear(drawing)
      return drawing.above(other, gap: pick(0...2) ?? 1)
    case .secondYearBeside:
      let other = otherYear(drawing)
      return drawing.beside(other, gap: pick(0...2) ?? 1)
    case .lastYearToTheRight: return lastYear(drawing, heads: nil)
    case .lastYearUnderSameHeads: return lastYear(drawing, heads: "")
    case .lastYearUnderItsOwnHeads: return lastYear(drawing, heads: "上年")
    case .lastYearBetween: return lastYearBetween(drawing)
    case .shiftRowRight: return shiftRow(drawing, by: 1)
    case .shiftRowLeft: return shiftRow(drawing, by: -1)
    case .shiftWholeRow:
      guard let row = pick(valueRows(drawing)) else { return nil }
      return drawing.map { $0.row == row ? GridReference(row: row, column: $0.column + 1) : $0 }
    case .shiftColumnDown:
      guard let column = pick(valueColumns(drawing)) else { return nil }
      return shiftValues(drawing) { $0.column == column ? (1, 0) : (0, 0) }
    case .shiftTableRight: return shiftValues(drawing) { _ in (0, 1) }
    case .shiftTableDown: return shiftValues(drawing) { _ in (1, 0) }
    case .renameTotals: return rename(drawing, "总计", to: "合计")
    case .subtotalRow: return subtotalRow(drawing)
    case .subtotalColumn: return subtotalColumn(drawing)
    case .groupSubtotals: return groupSubtotals(drawing)
    case .twoNumbers:
      guard let place = pick(fields(drawing)) else { return nil }
      drawing.squares[place] = .value(
        .text(pick(["12 34", "12/34", "12\n34", "12、34", "12,34", "12 34 56"]) ?? ""))
    case .mergeValues:
      guard let place = pick(fields(drawing)) else { return nil }
      let other = GridReference(row: place.row + (pick(0...1) ?? 0), column: place.column)
      let corner = other == place ? GridReference(row: place.row, column: place.column + 1) : other
      guard case .field? = drawing.squares[corner] else { return nil }
      drawing.squares[corner] = nil
      drawing.merges.removeAll { $0.contains(place) || $0.contains(corner) }
      drawing.merges.append(GridRange(place, corner))
    case .damageLabel:
      guard let place = pick(labels(drawing)) else { return nil }
      damage(&drawing, place)
    case .damageAllLabels: for place in labels(drawing) { damage(&drawing, place) }
    case .insertBlankRow: drawing.insertRow(above: pick(1...max(1, drawing.height)) ?? 1)
    case .insertBlankColumn: drawing.insertColumn(leftOf: pick(1...max(1, drawing.width)) ?? 1)
    case .insertNoteRow:
      let row = pick(1...max(1, drawing.height)) ?? 1
      drawing.insertRow(above: row)
      drawing[row, 1] = .label("注：本表数据截至2023年12月31日")
    case .moveRow: return moveRow(drawing)
    case .numberInHead:
      guard let place = pick(headLabels(drawing)) else { return nil }
      drawing.squares[place] = number()
    case .splitNumber: return splitNumber(drawing)
    case .blankRow:
      guard let row = pick(valueRows(drawing)) else { return nil }
      drawing.squares = drawing.squares.filter { place, ink in
        if case .field = ink { return place.row != row }
        return true
      }
    case .unitColumn: return unitColumn(drawing, "件")
    case .lineNumbers: return lineNumbers(drawing)
    case .headUnit:
      guard let place = pick(headLabels(drawing)), case .label(let text)? = drawing.squares[place]
      else { return nil }
      drawing.squares[place] = .label(
        text.contains("单位") ? text.replacingOccurrences(of: "万元", with: "元") : text + "（2022年）")
    case .renameRowLikeAnother:
      let rows = rowLabels(drawing)
      guard let place = pick(rows), let other = pick(rows), place != other else { return nil }
      drawing.squares[place] = drawing.squares[other]
    case .extraRow:
      guard let row = pick(valueRows(drawing)) else { return nil }
      drawing.insertRow(above: row)
      drawing[row, 1] = .label(pick(["其他主动公开文件", "行政确认", "其他行政许可", "备注", "网站浏览量"]) ?? "")
      for column in valueColumns(drawing) { drawing[row, column] = number() }
    default: return applyMore(mutation, to: drawing)
    }
    return drawing
  }
}
