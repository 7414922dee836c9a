/// How a table is laid out in a grid.
package enum TableLayout: String, Hashable, Sendable, CaseIterable {
  /// Rows below each other under headers.
  case matrix
  /// The form's rows side by side, its columns below each other.
  case transposedMatrix
  /// One field per line, with its labels on the left.
  case list
  /// One field per column, with its labels above: `proceedings` as in the official form.
  case transposedList
  /// Lines of text, read by labels and order.
  case lines

  /// Whether the grid is transposed before it is read.
  var isTransposed: Bool { self == .transposedMatrix || self == .transposedList }

  /// Whether each field has a line or column of its own.
  var isList: Bool { self == .list || self == .transposedList }
}
