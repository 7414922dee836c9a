/// The groups that a line of a grid stands in, as far as they are known.
struct GroupStack: Hashable {
  /// The groups' labels, from the outermost.
  private(set) var path: [[UInt16]] = []
  private let known: [[UInt16]: [[UInt16]]]

  /// Makes an empty stack that knows the form's groups, each with those around it.
  init(known: [[UInt16]: [[UInt16]]]) { self.known = known }

  /// Enters the group named `label`, leaving those that it does not stand in; false where the form has
  /// no such group.
  @discardableResult
  mutating func enter(_ label: LabelText) -> Bool {
    guard let parents = known[label.core] else { return false }
    path.removeAll { !parents.contains($0) }
    path.append(label.core)
    return true
  }

  /// How well the stack agrees with a label of the form that stands in `groups`.
  ///
  /// Where the label's innermost group is not among those `seen` in the grid, its head may be missing,
  /// and nothing can be said.
  func agreement(with groups: [LabelText], seen: Set<[UInt16]>) -> Agreement {
    let own = groups.map(\.core)
    if path == own { return .same }
    if path.allSatisfy(own.contains) || own.allSatisfy(path.contains) { return .possible }
    return own.last.map(seen.contains) ?? false ? .conflict : .possible
  }

  /// Whether the stack ends with the innermost of `groups` and has no other, so that only heads around it
  /// were not seen.
  func isInnermost(of groups: [LabelText]) -> Bool {
    !path.isEmpty && groups.suffix(path.count).map(\.core) == path
  }

  /// How well groups agree.
  enum Agreement {
    /// The groups are the label's own.
    case same
    /// Some are not known, or have been left.
    case possible
    /// They are another's.
    case conflict
  }
}
