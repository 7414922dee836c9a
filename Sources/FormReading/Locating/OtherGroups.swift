/// The groups of a table that texts of a document resemble although they mean something else.
struct OtherGroups {
  private let view: GridView
  private let book: TextTable
  private let labels: LabelMatcher
  private let ownScore: (Int) -> Double
  private var known: [Int: [UInt16]?] = [:]

  /// Makes the search for groups named as in `labels`.
  ///
  /// - Parameters:
  ///   - labels: The names of the groups.
  ///   - view: The grid.
  ///   - book: The texts of the document.
  ///   - ownScore: How well the text with a number in the book matches something other than a group; 0 if it
  ///     does not.
  init(
    _ labels: LabelMatcher, _ view: GridView, _ book: TextTable,
    ownScore: @escaping (Int) -> Double
  ) {
    self.labels = labels
    self.view = view
    self.book = book
    self.ownScore = ownScore
  }

  /// Enters the group that `cell` names, or the group in whose place it names another.
  mutating func enter(_ cell: GridView.Cell, in groups: inout GroupStack) {
    guard let id = cell.label, !groups.enter(book[id], written: view.text(cell)),
      let group = group(resembledBy: id)
    else { return }
    groups.enter((view.text(cell) ?? "").oneLine, inPlaceOf: group)
  }

  /// The group that a text resembles more than anything else, although it means something else.
  ///
  /// - Complexity: O(*n*) in the groups for each new text.
  private mutating func group(resembledBy id: Int) -> [UInt16]? {
    if let group = known[id] { return group }
    let found = labels.contradicted(by: book[id])
    let group = found.flatMap {
      $0.score > ownScore(id) ? labels.labels[$0.label].owns[0].core : nil
    }
    known[id] = .some(group)
    return group
  }
}
