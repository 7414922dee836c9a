import Documents
import Foundation
import ReportModel

extension Mutator {
  func fields(_ drawing: Drawing) -> [GridReference] {
    drawing.squares.filter { if case .field = $0.value { true } else { false } }.keys.sorted()
  }

  func labels(_ drawing: Drawing) -> [GridReference] {
    drawing.squares.filter { if case .label = $0.value { true } else { false } }.keys.sorted()
  }

  func valueRows(_ drawing: Drawing) -> [Int] { Set(fields(drawing).map(\.row)).sorted() }

  func valueColumns(_ drawing: Drawing) -> [Int] { Set(fields(drawing).map(\.column)).sorted() }

  /// The labels nearest to the values, in their rows.
  func rowLabels(_ drawing: Drawing) -> [GridReference] {
    valueRows(drawing).compactMap { row in
      let first = fields(drawing).first { $0.row == row }?.column ?? 0
      return labels(drawing).last { $0.row == row && $0.column < first }
    }
  }

  /// The labels above the values.
  func headLabels(_ drawing: Drawing) -> [GridReference] {
    valueColumns(drawing).compactMap { column in
      let first = fields(drawing).first { $0.column == column }?.row ?? 0
      return labels(drawing).last { $0.column == column && $0.row < first }
    }
  }

  func groupLabels(_ drawing: Drawing) -> [GridReference] {
    let leaves = Set(rowLabels(drawing) + headLabels(drawing))
    return labels(drawing).filter { !leaves.contains($0) }
  }

  mutating func swap(_ drawing: Drawing, _ places: [GridReference]) -> Drawing? {
    var drawing = drawing
    guard let first = pick(places), let second = pick(places), first != second else { return nil }
    (drawing.squares[first], drawing.squares[second]) = (
      drawing.squares[second], drawing.squares[first]
    )
    return drawing
  }

  mutating func repeatRow(_ drawing: Drawing, otherNumbers: Bool) -> Drawing? {
    var drawing = drawing
    guard let row = pick(valueRows(drawing)) else { return nil }
    let copy = drawing.squares.filter { $0.key.row == row }
    let target =
      pick([row + 1, row + 1, drawing.height + 1, pick(valueRows(drawing)) ?? row]) ?? row
    drawing.insertRow(above: target)
    for (place, ink) in copy.sorted(by: { $0.key < $1.key }) {
      if case .field = ink, otherNumbers {
        drawing[target, place.column] = number()
      } else {
        drawing[target, place.column] = ink
      }
    }
    return drawing
  }

  mutating func repeatColumn(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    guard let column = pick(valueColumns(drawing)) else { return nil }
    drawing.insertColumn(leftOf: column + 1)
    for (place, ink) in drawing.squares.filter({ $0.key.column == column }).sorted(by: {
      $0.key < $1.key
    }) {
      if case .field = ink {
        drawing[place.row, column + 1] = number()
      } else {
        drawing[place.row, column + 1] = ink
      }
    }
    return drawing
  }

  /// Last year's numbers in as many columns to the right, under the same heads with `heads` in front,
  /// or under none.
  mutating func lastYear(_ drawing: Drawing, heads: String?) -> Drawing {
    var result = drawing
    let columns = valueColumns(drawing)
    guard let first = columns.first else { return drawing }
    let offset = drawing.width - first + 1 + (pick(0...1) ?? 0)
    for (place, ink) in drawing.squares.sorted(by: { $0.key < $1.key }) where place.column >= first
    {
      let target = GridReference(row: place.row, column: place.column + offset)
      switch ink {
      case .field, .value: result.squares[target] = number()
      case .label(let text): if let heads { result.squares[target] = .label(heads + text) }
      }
    }
    return result
  }

  /// Last year's column after each of this year's, under the same head.
  mutating func lastYearBetween(_ drawing: Drawing) -> Drawing {
    var result = drawing
    for column in valueColumns(drawing).reversed() {
      result.insertColumn(leftOf: column + 1)
      for (place, ink) in result.squares.filter({ $0.key.column == column }).sorted(by: {
        $0.key < $1.key
      }) {
        if case .field = ink {
          result[place.row, column + 1] = number()
        } else {
          result[place.row, column + 1] = ink
        }
      }
    }
    return result
  }

  mutating func shiftRow(_ drawing: Drawing, by step: Int) -> Drawing? {
    guard let row = pick(valueRows(drawing)) else { return nil }
    return shiftValues(drawing) { $0.row == row ? (0, step) : (0, 0) }
  }

  /// The drawing with its values, but not its labels, moved.
  func shiftValues(
    _ drawing: Drawing, by step: (GridReference) -> (rows: Int, columns: Int)
  ) -> Drawing {
    var result = drawing
    for place in fields(drawing) { result.squares[place] = nil }
    for place in fields(drawing) {
      let (rows, columns) = step(place)
      let target = GridReference(row: place.row + rows, column: place.column + columns)
      result.squares[target] = drawing.squares[place]
      if target != place { result.merges.removeAll { $0.contains(target) || $0.topLeft == place } }
    }
    return result
  }

  func rename(_ drawing: Drawing, _ old: String, to new: String) -> Drawing {
    var drawing = drawing
    for place in labels(drawing) {
      guard case .label(let text)? = drawing.squares[place] else { continue }
      drawing.squares[place] = .label(text.replacingOccurrences(of: old, with: new))
    }
    return drawing
  }

  mutating func subtotalRow(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    guard let row = pick(valueRows(drawing)),
      let label = rowLabels(drawing).first(where: { $0.row == row })
    else { return nil }
    drawing.insertRow(above: row + 1)
    drawing[row + 1, label.column] = .label(pick(["小计", "合计", "总计", "不予公开小计", "其中：重大事项"]) ?? "")
    for place in fields(drawing) where place.row == row {
      drawing[row + 1, place.column] = number()
    }
    return drawing
  }

  mutating func subtotalColumn(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    guard let column = pick(valueColumns(drawing)),
      let head = headLabels(drawing).first(where: { $0.column == column })
    else { return nil }
    let rows = fields(drawing).filter { $0.column == column }.map(\.row)
    drawing.insertColumn(leftOf: column + 1)
    drawing[head.row, column + 1] = .label(pick(["小计", "合计", "法人或其他组织小计", "占比", "备注"]) ?? "")
    for row in rows { drawing[row, column + 1] = number() }
    return drawing
  }

  /// Numbers beside the labels of groups, in rows without values of their own.
  mutating func groupSubtotals(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    guard let place = pick(groupLabels(drawing)), !valueRows(drawing).contains(place.row) else {
      return nil
    }
    for column in valueColumns(drawing) where drawing[place.row, column] == nil {
      drawing[place.row, column] = number()
    }
    return drawing
  }

  mutating func damage(_ drawing: inout Drawing, _ place: GridReference) {
    guard case .label(let text)? = drawing.squares[place], text.count > 1 else { return }
    var characters = Array(text)
    let index = pick(characters.indices) ?? 0
    switch pick(0...3) {
    case 0: characters.remove(at: index)
    case 1: characters[index] = "某"
    case 2: characters.insert("\n", at: index)
    default: characters = Array(characters.prefix(max(1, characters.count - (pick(1...3) ?? 1))))
    }
    drawing.squares[place] = .label(String(characters))
  }

  mutating func moveRow(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    let rows = valueRows(drawing)
    guard let row = pick(rows), let target = pick(rows), row != target else { return nil }
    let squares = drawing.squares.filter { $0.key.row == row }
    drawing.insertRow(above: target)
    let source = target <= row ? row + 1 : row
    for (place, ink) in squares { drawing[target, place.column] = ink }
    drawing.deleteRow(source)
    return drawing
  }

  /// A number that fell into two cells, the rest of its row moved on.
  mutating func splitNumber(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    guard let place = pick(fields(drawing)) else { return nil }
    let rest = fields(drawing).filter { $0.row == place.row && $0.column >= place.column }
    for field in rest.reversed() { drawing[field.row, field.column + 1] = drawing.squares[field] }
    drawing.squares[place] = number()
    drawing.squares[GridReference(row: place.row, column: place.column + 1)] = number()
    return drawing
  }

  mutating func unitColumn(_ drawing: Drawing, _ text: String) -> Drawing? {
    var drawing = drawing
    guard let column = valueColumns(drawing).first else { return nil }
    let rows = valueRows(drawing)
    drawing.insertColumn(leftOf: column)
    for row in rows { drawing[row, column] = .label(text) }
    return drawing
  }

  mutating func lineNumbers(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    let rows = valueRows(drawing)
    let column = pick([1, valueColumns(drawing).first ?? 1]) ?? 1
    drawing.insertColumn(leftOf: column)
    for (index, row) in rows.enumerated() {
      drawing[row, column] = .value(.number(Double(index + 1)))
    }
    return drawing
  }
}
