import Documents
import ReportModel

extension Mutator {
  /// Damages `drawing` by one of the later kinds of mutation; nil where that does not apply.
  mutating func applyMore(_ mutation: Mutation, to drawing: Drawing) -> Drawing? {
    switch mutation {
    case .shiftTableUp: shiftValues(drawing) { _ in (-1, 0) }.onPaper
    case .shiftTableLeft: shiftValues(drawing) { _ in (0, -1) }.onPaper
    case .shiftColumnUp:
      pick(valueColumns(drawing)).flatMap { column in
        shiftValues(drawing) { $0.column == column ? (-1, 0) : (0, 0) }.onPaper
      }
    case .insertCellAbove:
      pick(fields(drawing)).map { place in
        shiftValues(drawing) {
          $0.column == place.column && $0.row >= place.row ? (1, 0) : (0, 0)
        }
      }
    case .insertCellBefore:
      pick(fields(drawing)).map { place in
        shiftValues(drawing) {
          $0.row == place.row && $0.column >= place.column ? (0, 1) : (0, 0)
        }
      }
    case .strayRow: strayRow(drawing)
    case .strayColumn: strayColumn(drawing)
    case .footer: footer(drawing)
    case .unitRow: unitRow(drawing)
    case .noteRowWithNumber: noteRowWithNumber(drawing)
    case .otherFormBelow: otherForm(drawing).map { drawing.above($0, gap: pick(0...2) ?? 1) }
    case .otherFormBeside: otherForm(drawing).map { drawing.beside($0, gap: pick(0...2) ?? 1) }
    case .moveColumn: moveRow(drawing.transposed)?.transposed
    case .removeColumn: removeColumn(drawing)
    case .shuffleRows: shuffleRows(drawing)
    case .shortenMerge:
      changeMerge(drawing) { area in
        area.topLeft.row < area.bottomRight.row
          ? GridRange(
            area.topLeft,
            GridReference(row: area.bottomRight.row - 1, column: area.bottomRight.column))
          : GridRange(
            area.topLeft,
            GridReference(row: area.bottomRight.row, column: area.bottomRight.column - 1))
      }
    case .widenColumns:
      drawing.widened((0..<max(1, drawing.width)).map { _ in pick(1...3) ?? 1 })
    case .gapBeforeValues: gapBeforeValues(drawing)
    case .shiftTableFar:
      pick(3...6).map { step in shiftValues(drawing) { _ in (0, step) } }
    case .shiftRowFar: pick(3...6).flatMap { shiftRow(drawing, by: $0) }
    case .otherMeaning: otherMeaning(drawing)
    case .splitMerge: changeMerge(drawing) { GridRange($0.topLeft, $0.topLeft) }
    default: nil
    }
  }

  /// A row of numbers that nothing names, as an older version left behind.
  private mutating func strayRow(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    guard let row = pick(valueRows(drawing)) else { return nil }
    let columns = fields(drawing).filter { $0.row == row }.map(\.column)
    let target = pick([row, row + 1]) ?? row
    drawing.insertRow(above: target)
    for column in columns { drawing[target, column] = number() }
    return drawing
  }

  private mutating func strayColumn(_ drawing: Drawing) -> Drawing? {
    strayRow(drawing.transposed)?.transposed
  }

  /// Empty columns between the labels of a list and its values.
  private mutating func gapBeforeValues(_ drawing: Drawing) -> Drawing? {
    let columns = valueColumns(drawing)
    guard columns.count == 1, let column = columns.first else { return nil }
    var drawing = drawing
    for _ in 0..<(pick(1...5) ?? 1) { drawing.insertColumn(leftOf: column) }
    return drawing
  }

  /// Lines about who filled the table in, right below it or a line away.
  private mutating func footer(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    let columns = valueColumns(drawing)
    guard let first = columns.first, let last = columns.last else { return nil }
    let row = drawing.height + (pick(1...2) ?? 1)
    drawing[row, 1] = .label(pick(["填报人：张三", "联系电话", "填报日期", "单位：件"]) ?? "")
    drawing[row, pick([first, last]) ?? first] = number()
    return drawing
  }

  /// A unit under each head.
  private mutating func unitRow(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    let heads = headLabels(drawing).filter { head in
      fields(drawing).contains { $0.row == head.row + 1 }
    }
    guard let row = pick(heads)?.row else { return nil }
    drawing.insertRow(above: row + 1)
    let unit: Drawing.Ink = .label(pick(["（件）", "件", "单位：件", "（单位：件）"]) ?? "")
    for head in heads where head.row == row { drawing[row + 1, head.column] = unit }
    return drawing
  }

  /// A line of explanation with one number among those of the table.
  private mutating func noteRowWithNumber(_ drawing: Drawing) -> Drawing? {
    var drawing = drawing
    guard let row = pick(valueRows(drawing)), let column = pick(valueColumns(drawing)) else {
      return nil
    }
    drawing.insertRow(above: row)
    drawing[row, 1] = .label(pick(["其中：网上申请", "说明：含上级交办", "注", "其中：当面申请"]) ?? "")
    drawing[row, column] = number()
    return drawing
  }

  /// The same table of one of the built-in forms, with other numbers.
  private mutating func otherForm(_ drawing: Drawing) -> Drawing? {
    guard let place = fields(drawing).first, case .field(let field)? = drawing.squares[place],
      let form = pick([Forms.form2019, Forms.form2021]),
      let table = form.tables.first(where: { $0.id == field.table })
    else { return nil }
    return otherYear(LayoutBuilder(table: table).official())
  }

  private mutating func removeColumn(_ drawing: Drawing) -> Drawing? {
    var turned = drawing.transposed
    let headed = Set(labels(drawing).map(\.column))
    guard let column = pick(valueColumns(drawing).filter(headed.contains)) else { return nil }
    turned.deleteRow(column)
    return turned.transposed
  }

  /// The lines of one group in any order.
  private mutating func shuffleRows(_ drawing: Drawing) -> Drawing? {
    let leaves = rowLabels(drawing)
    guard let block = pick(leaves)?.column else { return nil }
    // A line that another label stands before, or that follows another line than of values, starts a group
    var groups: [[Int]] = []
    for row in leaves.filter({ $0.column == block }).map(\.row) {
      let isFirst = labels(drawing).contains { $0.row == row && $0.column < block }
      if !isFirst, groups.last?.last == row - 1 {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    guard let rows = pick(groups), rows.count > 1 else { return nil }
    var result = drawing
    for place in drawing.squares.keys where rows.contains(place.row) && place.column >= block {
      result.squares[place] = nil
    }
    for (row, other) in zip(rows, rows.shuffled(using: &generator)) {
      for (place, ink) in drawing.squares where place.row == other && place.column >= block {
        result[row, place.column] = ink
      }
    }
    return result
  }

  private mutating func changeMerge(
    _ drawing: Drawing, _ change: (GridRange) -> GridRange
  ) -> Drawing? {
    var drawing = drawing
    guard let index = pick(drawing.merges.indices) else { return nil }
    let area = change(drawing.merges.remove(at: index))
    if area.topLeft != area.bottomRight { drawing.merges.append(area) }
    return drawing
  }
}

extension Drawing {
  /// The drawing, unless a part of it stands off the paper.
  fileprivate var onPaper: Drawing? {
    squares.keys.allSatisfy { $0.row >= 1 && $0.column >= 1 } ? self : nil
  }
}
