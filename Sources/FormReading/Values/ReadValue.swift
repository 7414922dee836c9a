package import ReportModel

/// What a cell gives to a field, with all that is to be said about it.
package struct ReadValue: Hashable, Sendable {
  /// The field's value.
  package var value: FieldValue
  /// What the cell said beside its number, if anything.
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
