/// A label of a form, with all the texts that a grid may have for it.
struct FormLabel: Sendable {
  /// The label as the form writes it, for messages.
  var text: String { rowText.map { "\($0)，\(ownText)" } ?? ownText }
  /// The label itself and its other wordings.
  let owns: [LabelText]
  /// The label with one or more of its groups in front, for grids without group cells.
  let joins: [[UInt16]]
  /// The labels of its groups, from the outermost.
  let groups: [LabelText]
  /// Which characters occur in the own labels, each as one of 64 bits.
  let characters: UInt64
  private let ownText: String
  private let rowText: String?

  /// Makes the label at the end of `path`.
  init(path: [String], aliases: [String] = []) {
    let own = path.last ?? ""
    ownText = own
    rowText = nil
    owns = ([own] + aliases).map { LabelText($0) }
    groups = path.dropLast().map { LabelText($0) }
    joins = Self.joins(Self.fronts(groups), owns)
    characters = owns.reduce(0) { $0 | Self.characters(of: $1.whole) }
  }

  /// Makes a label without groups or other wordings.
  init(_ text: LabelText) {
    ownText = String(decoding: text.core, as: UTF16.self)
    rowText = nil
    owns = [text]
    joins = []
    groups = []
    characters = Self.characters(of: text.whole)
  }

  /// Makes the label of one field in a list of fields; `row` and `column` may be in either order.
  ///
  /// - Parameters:
  ///   - row: The row's label.
  ///   - path: The labels of the row's groups and the row's own.
  ///   - fronts: The ``fronts(_:)`` of that path, which is the same for all columns.
  ///   - column: The column's label.
  init(row: FormLabel, path: [LabelText], fronts: [[UInt16]], column: FormLabel) {
    ownText = column.ownText
    rowText = row.ownText
    owns = column.owns
    groups = path
    characters = column.characters
    let rowCore = path.last?.core ?? []
    joins = Self.joins(fronts, owns) + owns.map { $0.core + rowCore }
  }

  /// Which characters occur in `text`, each as one of 64 bits.
  static func characters(of text: [UInt16]) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64(($1 ^ ($1 >> 6)) & 63) }
  }

  /// The texts that may precede a label in the groups of `path`: all groups, all but the first, and so on.
  static func fronts(_ path: [LabelText]) -> [[UInt16]] {
    path.indices.map { first in
      path[first...].reduce(into: []) { $0 += $1.core }
    }
  }

  private static func joins(_ fronts: [[UInt16]], _ owns: [LabelText]) -> [[UInt16]] {
    fronts.flatMap { front in owns.map { front + $0.core } }
  }
}
