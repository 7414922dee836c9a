/// How a table is laid out in a grid.
package enum TableLayout: String, Hashable, Sendable, CaseIterable {
  /// Rows below each other under heads.
  case matrix
  /// The form's rows side by side, its columns below each other.
  case transposedMatrix
  /// A field a line, its labels to the left.
  case list
  /// A field a column, its labels above: table four as the official form draws it.
  case transposedList
  /// Lines of text, told by labels and order.
  case lines

  /// Whether the grid's rows and columns change places before it is read.
  var isTransposed: Bool { self == .transposedMatrix || self == .transposedList }

  /// Whether each field has a line or column of its own.
  var isList: Bool { self == .list || self == .transposedList }
}
