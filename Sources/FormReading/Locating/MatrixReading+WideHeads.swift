import Documents
import ReportModel

extension MatrixReading {
  /// Withdraws the only number of a line under a header over several columns, if the numbers of other lines
  /// show that not all of these columns are the header's.
  mutating func reportWideHeads() {
    let isPlain = slots.values.allSatisfy { !$0.holdsSeveral && $0.aside.isEmpty }
    guard !isPlain else { return }
    let others = unmatchedNumbers()
    var several: [Int: Int] = [:]
    var lone: [Int: [(field: FieldName, cell: GridView.Cell, isAside: Bool)]] = [:]
    for match in matches {
      guard let slots = slots[match.line] else { continue }
      for field in site.fields(row: match.label) {
        guard let index = site.matches.axes.columnIndices[field.column],
          let head = lines[match.line].band?.column(index), head.lastColumn > head.column
        else { continue }
        switch slots[index] {
        case .several: several[index, default: 0] += 1
        case .place(let column):
          guard table.cells[field] != nil, let cell = site.view.cell(row(match), column),
            !cell.isBlank
          else { continue }
          lone[index, default: []].append((field, cell, slots.aside.contains(index)))
        case .merged, nil: break
        }
      }
    }
    for index in lone.keys.sorted() {
      guard let values = lone[index] else { continue }
      // Several numbers in a few lines put only these in doubt, in half of the lines all lines
      let isDivided = several[index, default: 0] >= values.count
      for (field, cell, isAside) in values {
        let rivals = isAside ? others[cell.column] : nil
        guard rivals != nil || isDivided && !isAside else { continue }
        withdraw(field, cell, beside: rivals, form.columns[index].label)
      }
    }
  }

  /// A number of each column in which lines have numbers that are not, or not certainly, their own.
  private func unmatchedNumbers() -> [Int: GridView.Cell] {
    var found: [Int: GridView.Cell] = [:]
    for match in matches {
      guard let slots = slots[match.line] else { continue }
      for cell in slots.leftovers { found[cell.column] = found[cell.column] ?? cell }
      for slot in slots.slots {
        guard case .several(let cells) = slot else { continue }
        for cell in cells { found[cell.column] = found[cell.column] ?? cell }
      }
    }
    return found
  }

  private mutating func withdraw(
    _ field: FieldName, _ cell: GridView.Cell, beside other: GridView.Cell?, _ label: String
  ) {
    withdraw([field])
    table.report(
      .severalInHead(label, places: site.places([cell] + (other.map { [$0] } ?? []))),
      site.cells([cell], [field]))
  }
}
