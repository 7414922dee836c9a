/// A rectangle of cells, such as a merged area; both corners belong to it.
package struct GridRange: Hashable, Sendable {
  /// The upper left corner.
  package var topLeft: GridReference
  /// The lower right corner.
  package var bottomRight: GridReference

  /// Makes a range out of its corners.
  package init(_ topLeft: GridReference, _ bottomRight: GridReference) {
    self.topLeft = topLeft
    self.bottomRight = bottomRight
  }

  /// Whether `reference` is inside.
  package func contains(_ reference: GridReference) -> Bool {
    topLeft.row <= reference.row && reference.row <= bottomRight.row
      && topLeft.column <= reference.column && reference.column <= bottomRight.column
  }

  /// Whether the two share a cell.
  package func overlaps(_ other: GridRange) -> Bool {
    topLeft.row <= other.bottomRight.row && other.topLeft.row <= bottomRight.row
      && topLeft.column <= other.bottomRight.column && other.topLeft.column <= bottomRight.column
  }
}
