/// A label of a form, with all that a grid may write in its place.
struct FormLabel: Sendable {
  /// The label as the form writes it, for messages.
  let text: String
  /// The own label and its other wordings.
  let owns: [LabelText]
  /// The label with one or more of its groups in front, as grids without group cells write it.
  let joins: [[UInt16]]
  /// The labels of its groups, from the outermost.
  let groups: [LabelText]
  /// Which characters occur in the own labels, each as one of 64 bits.
  let characters: UInt64

  /// Makes the label at the end of `path`.
  init(path: [String], aliases: [String] = [], text: String? = nil) {
    let own = path.last ?? ""
    self.text = text ?? own
    owns = ([own] + aliases).map { LabelText($0) }
    groups = path.dropLast().map { LabelText($0) }
    joins = Self.joins(groups.map(\.core), owns.map(\.core))
    characters = owns.reduce(0) { $0 | Self.characters(of: $1.whole) }
  }

  /// Makes the label of one field in a list of fields: `row` and `column` may stand in either order.
  ///
  /// - Parameters:
  ///   - row: The row's label.
  ///   - path: The row's own label behind those of its groups.
  ///   - column: The column's label.
  init(row: FormLabel, path: [LabelText], column: FormLabel) {
    text = "\(row.text)，\(column.text)"
    owns = column.owns
    groups = path
    characters = column.characters
    let cores = owns.map(\.core)
    let rowCore = path.last?.core ?? []
    joins = Self.joins(path.map(\.core), cores) + cores.map { $0 + rowCore }
  }

  /// Which characters occur in `text`, each as one of 64 bits.
  static func characters(of text: [UInt16]) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64(($1 ^ ($1 >> 6)) & 63) }
  }

  private static func joins(_ groups: [[UInt16]], _ owns: [[UInt16]]) -> [[UInt16]] {
    groups.indices.flatMap { first in
      let front = groups[first...].flatMap { $0 }
      return owns.map { front + $0 }
    }
  }
}
