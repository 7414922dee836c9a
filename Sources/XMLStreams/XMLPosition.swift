/// A position in an XML document.
package struct XMLPosition: Sendable, Hashable, Comparable {
  /// The line, from 1.
  package var line: Int
  /// The column in UTF-8 bytes, from 1; 0 if unknown.
  package var column: Int

  /// Makes a position.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
