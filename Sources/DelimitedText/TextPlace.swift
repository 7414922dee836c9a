/// A place in delimited text, as a person finds it in an editor or a sheet.
package struct TextPlace: Sendable, Hashable {
  /// The physical line, from 1; a line break inside quotes counts.
  package let line: Int
  /// The field of the record, from 1, as a sheet counts its columns.
  package let column: Int
  /// The offset in the input's own bytes, from 0; nil where the text was transcoded on the way in.
  package let byteOffset: Int?

  /// Makes a place out of its parts.
  package init(line: Int, column: Int, byteOffset: Int?) {
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
  }
}
