import Documents

/// A row of numbers in a text, with the text around it.
struct NumberRun {
  /// The positions of its values; a blank between two bars has a position as well.
  var places: [GridReference]
  /// The number of blanks after the label in a line with bars, which may be cells of the label.
  var blanksAtStart: Int
  /// The number of blanks at the end of a line with bars, which may only close the line.
  var blanksAtEnd: Int
  /// The number of lines that the values are on.
  var lineCount = 1
  /// Whether digits directly below the values may belong to them, as where narrow cells break numbers.
  var hasRemainder = false
  /// Whether the assignment of the values is ambiguous; the run is then not read as a row.
  var isDoubtful = false
  /// The text before the values on their own line.
  var own: String
  /// The pieces of text between the previous run and this one, in their order.
  var before: [String]
  /// The pieces of text between this run and the next, in their order.
  var after: [String] = []

  /// Whether the run may be a row of `count` values.
  func holds(_ count: Int) -> Bool { values(count) != nil }

  /// The positions of the values if the run is a row of `count`; nil if it is not, or if blanks on both sides
  /// make the assignment ambiguous.
  func values(_ count: Int) -> ArraySlice<GridReference>? {
    let extra = places.count - count
    guard extra >= 0, !isDoubtful else { return nil }
    if extra == 0 || blanksAtEnd == places.count { return places.prefix(count) }
    switch (blanksAtStart, blanksAtEnd) {
    case (0, extra...): return places.prefix(count)
    case (extra..., 0): return places.suffix(count)
    default: return nil
    }
  }

  /// The possible labels of the row: the own text, alone and joined with the text around it.
  ///
  /// A label that is broken over lines has its numbers after its last line, in its middle or, if the cell's
  /// text is centred, between its lines.
  var labels: [String] {
    var labels = own.isEmpty ? [] : [own]
    for count in 0...min(Self.reach, before.count) {
      let head = before.suffix(count).joined()
      for tail in 0...min(2, after.count) where count + tail > 0 {
        labels.append(head + own + after.prefix(tail).joined())
      }
    }
    if own.isEmpty {
      labels += before.suffix(Self.reach) + after.prefix(1)
    }
    return labels.filter { !$0.isEmpty }
  }

  /// How many lines before the numbers may belong to their label.
  private static let reach = 4
}
