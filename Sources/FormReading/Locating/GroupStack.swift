/// The known groups that contain a line of a grid.
struct GroupStack {
  /// The groups, from the outermost.
  private(set) var path: [Int] = []
  /// A group whose name is replaced by another text.
  private(set) var replaced: Replaced?
  private let known: LineGroups

  /// A text that resembles the name of a group but means something else.
  struct Replaced {
    /// The group.
    let group: Int
    /// The text.
    let text: String
  }

  /// Makes an empty stack for the form's groups.
  init(_ known: LineGroups) { self.known = known }

  /// Enters `group` and leaves those that do not enclose it.
  mutating func enter(_ group: Int) {
    let parents = known.parents[group]
    path.removeAll { !parents.contains($0) }
    path.append(group)
    if let replaced, !parents.contains(replaced.group) { self.replaced = nil }
  }

  /// Enters the group that `text` names in place of `group`.
  mutating func enter(_ text: String, inPlaceOf group: Int) {
    let parents = known.parents[group]
    path.removeAll { !parents.contains($0) }
    replaced = Replaced(group: group, text: text)
  }

  /// The name of the innermost group, in the form's words if it is one of the form's.
  var name: String {
    replaced?.text ?? String(decoding: path.last.map { known.names[$0] } ?? [], as: UTF16.self)
  }

  /// How well the stack agrees with `own`, the groups of a label of the form.
  ///
  /// If the label's innermost group is not among those `seen` in the grid, its header may be missing, and the
  /// groups are possible.
  func agreement(with own: [Int], seen: Set<Int>) -> Agreement {
    if let replaced, own.contains(replaced.group) { return .conflict }
    if path == own { return .same }
    if path.allSatisfy(own.contains) || own.allSatisfy(path.contains) { return .possible }
    return own.last.map(seen.contains) ?? false ? .conflict : .possible
  }

  /// Whether the stack ends with the innermost of `groups` and contains no others, so that only headers of
  /// enclosing groups are missing.
  func isInnermost(of groups: [Int]) -> Bool {
    !path.isEmpty && groups.suffix(path.count) == path[...]
  }

  /// How well groups agree.
  enum Agreement {
    /// The groups are the label's own.
    case same
    /// Some are unknown, or were left.
    case possible
    /// They are another label's.
    case conflict
  }
}
