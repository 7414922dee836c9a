package import Documents

/// A form laid out as a workbook, empty or filled in, independent of any file format.
package struct LaidOutWorkbook: Hashable, Sendable {
  /// The defined name of one cell.
  package struct Name: Hashable, Sendable {
    /// The name, such as `f.requests.received.total`.
    package var name: String
    /// The sheet's name.
    package var sheet: String
    /// The cell.
    package var reference: GridReference
  }

  /// The sheets, in order.
  package var sheets: [LaidOutSheet]
  /// The names of cells.
  package var names: [Name]
  /// Custom document properties, in order.
  package var properties: [(name: String, value: String)] {
    [("xlsxreport.form", form), ("xlsxreport.version", "1")]
  }
  /// The form's id.
  package var form: String
  /// The document's title.
  package var title: String
}
