package import Documents
package import ReportModel

/// A report as it was read out of a document, with the findings of the reading.
package struct FormReading: Sendable {
  /// The form that the document holds.
  package var definition: FormDefinition
  /// The report.
  package var report: Report
  /// The errors and doubts of the reading; relations are checked elsewhere.
  package var findings: [Finding]
  /// The place of each field that was found.
  package var places: [FieldName: FieldPlace]
  /// How well the document fits the form, from 0 to 1: the share of its fields that were found.
  package var score: Double
  /// The forms that were tried, with their scores, the best first.
  package var candidates: [FormScore]
  /// The places of the form's tables, in the form's order.
  package var tables: [TablePlace]
  /// The labels that were matched although they differ from the form's.
  package var looseLabels: [LooseLabel]
  /// The texts that name the report's agency and year.
  package var identity = ReportIdentity()

  /// A finding's cell for `field`: its place and value, or the field alone where it was not found.
  package func cell(_ field: FieldName) -> FindingCell {
    let place = places[field]
    return FindingCell(
      sheet: place?.sheet, reference: place?.reference, field: field.description,
      value: report.tables[field.table]?[field].map(FindingValue.init) ?? .blank)
  }
}

extension FormReading {
  /// What the cell of `field` holds in `document`, out of which this was read.
  package func content(of field: FieldName, in document: GridDocument) -> FieldContent {
    guard let place = places[field], let cell = document.grids[place.grid][place.position] else {
      return .other
    }
    if cell.formula != nil { return .formula }
    if case .text = cell.value { return .text }
    return .other
  }
}

/// How well a document fits a form.
package struct FormScore: Hashable, Sendable {
  /// The form's id.
  package var form: String
  /// From 0 to 1.
  package var score: Double
}

/// Where a table was found.
package struct TablePlace: Hashable, Sendable {
  /// How a table was found.
  package enum Evidence: String, Hashable, Sendable {
    /// By the defined names of our own template.
    case names
    /// By its labels.
    case labels
  }

  /// The table's id.
  package var table: String
  /// The sheet's name, or its substitute.
  package var sheet: String
  /// The range of its values, such as `D6:J30`.
  package var range: String
  /// What it was found by.
  package var evidence: Evidence
  /// How it is laid out.
  package var layout: TableLayout
  /// How many of its fields were found.
  package var found: Int
  /// How many fields it has.
  package var fields: Int
}

/// A label of a grid that was matched although it differs from the form's.
package struct LooseLabel: Hashable, Sendable {
  /// The sheet's name, or its substitute.
  package var sheet: String
  /// The label's cell as the input's users write it.
  package var reference: String
  /// The cell's text.
  package var text: String
  /// The form's label that it was matched to.
  package var label: String
  /// How alike they are, from 0 to 1.
  package var score: Double
}

extension FindingValue {
  /// The value that a finding reports for a field.
  init(_ value: FieldValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .blank: self = .blank
    case .notApplicable: self = .text("/")
    case .unreadable(let text): self = .text(text)
    }
  }
}
