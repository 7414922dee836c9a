/// A cell that a finding is about.
package struct FindingCell: Sendable, Hashable {
  /// The file, if it is not the finding's, such as last year's report.
  package var file: String?
  /// The sheet or table; nil if the field was not found in the submission.
  package var sheet: String?
  /// The reference: `E6`, or `row:column` in delimited text.
  package var reference: String?
  /// The form's field, such as `requests.received.naturalPerson`, if it is one.
  package var field: String?
  /// The cell's value as in JSON: a number's text, `null` for a blank, else a quoted text.
  package var value: FindingValue

  /// Makes a cell.
  package init(
    sheet: String? = nil, reference: String? = nil, field: String? = nil,
    value: FindingValue = .blank, file: String? = nil
  ) {
    self.file = file
    self.sheet = sheet
    self.reference = reference
    self.field = field
    self.value = value
  }
}
