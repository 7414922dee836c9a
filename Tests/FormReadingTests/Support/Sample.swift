import Documents
import Foundation
import ReportModel
import TestSupport

/// A form's fields with values that are to be read back.
struct Sample {
  let definition: FormDefinition
  var values: [FieldName: FieldValue]

  /// Values of which no two are alike, so that any mix-up shows.
  init(distinct definition: FormDefinition, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    self.definition = definition
    values = [:]
    var numbers = Array(10...9999).shuffled(using: &generator)
    for table in definition.tables {
      for row in table.rows {
        for column in table.columns(of: row) {
          let number = Decimal(numbers.removeLast())
          values[FieldName(table: table.id, row: row.id, column: column.id)] = .number(
            column.kind == .amount ? number / 8 : number)
        }
      }
    }
  }

  init(_ definition: FormDefinition, values: [FieldName: FieldValue]) {
    self.definition = definition
    self.values = values
  }

  /// The fields in which `report` says something else.
  func differences(in report: Report) -> [FieldName] {
    definition.fields.filter { field in
      guard let value = values[field] else { return false }
      return report.found(field) != value
    }
  }
}

/// Turns drawings into grids.
struct GridPainter {
  /// How numbers are written.
  enum Numbers: CaseIterable {
    case number, text, fullWidth, spaced
  }

  var numbers = Numbers.number
  var label: (String) -> String = { $0 }

  /// The grid of `drawing` with the values of `sample`.
  func grid(
    _ drawing: Drawing, _ sample: Sample, name: String = "Sheet1", origin: Grid.Origin = .sheet
  ) -> Grid {
    var cells: [GridCell] = []
    for place in drawing.squares.keys.sorted() {
      switch drawing.squares[place] {
      case .label(let text)?: cells.append(GridCell(place, .text(label(text))))
      case .value(let value)?: cells.append(GridCell(place, value))
      case .field(let field)?:
        if let value = sample.values[field].flatMap(value) { cells.append(GridCell(place, value)) }
      case nil: break
      }
    }
    return Grid(name: name, origin: origin, cells: cells, merges: drawing.merges)
  }

  private func value(_ value: FieldValue) -> GridValue? {
    switch value {
    case .number(let number):
      let text = "\(number)"
      return switch numbers {
      case .number: .number(Double(text)!)
      case .text: .text(text)
      case .spaced: .text(" \(text)\u{A0}")
      case .fullWidth:
        .text(
          String(
            text.map {
              $0.isNumber ? Character(UnicodeScalar($0.unicodeScalars.first!.value + 0xFEE0)!) : $0
            }))
      }
    case .blank: return nil
    case .notApplicable: return .text("/")
    case .unreadable(let text): return .text(text)
    }
  }
}
