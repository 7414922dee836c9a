/// A position in delimited text, as an editor or a sheet shows it.
package struct TextPlace: Sendable, Hashable {
  /// The physical line, from 1; a line break inside quotes counts.
  package let line: Int
  /// The field of the record, from 1, as in the columns of a sheet.
  package let column: Int
  /// The offset in the input's bytes, from 0; nil if the input was transcoded.
  package let byteOffset: Int?

  /// Makes a position.
  package init(line: Int, column: Int, byteOffset: Int?) {
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }
}
