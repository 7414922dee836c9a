import Documents

/// A row of numbers in a text, with the text that stands around it.
struct LineRun {
  /// Where its values stand; a blank between two bars has a place as well.
  var places: [GridReference]
  /// How many of the values are blanks behind the label of a line with bars, which may be a cell of the
  /// label.
  var blanksAtStart: Int
  /// How many of the values are blanks at the end of a line with bars, which may only close it.
  var blanksAtEnd: Int
  /// How many lines the values stand on.
  var lineCount = 1
  /// Whether digits stand right below the values that may be theirs, as where narrow cells break numbers.
  var hasRemainder = false
  /// Whether it is left open which value is which: no row is read out of it then.
  var isDoubtful = false
  /// What stands in front of the values on their own line.
  var own: String
  /// The pieces of text between the run before and this one, in their order.
  var before: [String]
  /// The pieces of text between this run and the next, in their order.
  var after: [String] = []

  /// Whether the run may be a row of `count` values.
  func holds(_ count: Int) -> Bool { values(count) != nil }

  /// Where the values stand if the run is a row of `count`; nil where it is not, or where blanks on both
  /// sides leave open which of them are its own.
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

  /// What the row's label may be: the own text, and what stands around it joined to it.
  ///
  /// A label that is broken over lines has its numbers behind its last line, in its middle or, where a
  /// cell's text is centred, between its lines.
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
