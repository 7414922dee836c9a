package import ReportModel

/// The value of a field as it was read from a cell, with the remarks on it.
package struct ReadValue: Hashable, Sendable {
  /// The field's value.
  package var value: FieldValue
  /// The text beside its number, if any.
  package var note: String?
  /// What a person should know about the reading.
  package var remarks: [ValueRemark]

  /// Makes a value.
  package init(_ value: FieldValue, note: String? = nil, remarks: [ValueRemark] = []) {
    self.value = value
    self.note = note
    self.remarks = remarks
  }
}
