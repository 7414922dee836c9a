/// The known groups that contain a line of a grid.
struct GroupStack: Hashable {
  /// The groups' labels, from the outermost.
  private(set) var path: [[UInt16]] = []
  /// A group whose name is replaced by another text.
  private(set) var replaced: Replaced?
  private let known: [[UInt16]: [[UInt16]]]

  /// A text that resembles the name of a group but means something else.
  struct Replaced: Hashable {
    /// The group.
    let group: [UInt16]
    /// The text.
    let text: String
  }

  /// Makes an empty stack for the form's groups, each with its enclosing groups.
  init(known: [[UInt16]: [[UInt16]]]) { self.known = known }

  /// Enters the group named `label` and leaves those that do not enclose it; returns false if the form has no
  /// group of that name.
  ///
  /// A remark such as `（上年）` makes it another group, which `text` names.
  @discardableResult
  mutating func enter(_ label: LabelText, written text: String? = nil) -> Bool {
    guard let parents = known[label.core] else { return false }
    if MeaningWords.limits(label.remark) {
      enter((text ?? "").oneLine, inPlaceOf: label.core)
      return true
    }
    path.removeAll { !parents.contains($0) }
    path.append(label.core)
    if let replaced, !parents.contains(replaced.group) { self.replaced = nil }
    return true
  }

  /// Enters the group that `text` names in place of `group`.
  mutating func enter(_ text: String, inPlaceOf group: [UInt16]) {
    guard let parents = known[group] else { return }
    path.removeAll { !parents.contains($0) }
    replaced = Replaced(group: group, text: text)
  }

  /// The name of the innermost group, in the form's words if it is one of the form's.
  var name: String { replaced?.text ?? String(decoding: path.last ?? [], as: UTF16.self) }

  /// How well the stack agrees with `groups`, those of a label of the form.
  ///
  /// If the label's innermost group is not among those `seen` in the grid, its header may be missing, and the
  /// groups are possible.
  func agreement(with groups: [LabelText], seen: Set<[UInt16]>) -> Agreement {
    let own = groups.map(\.core)
    if let replaced, own.contains(replaced.group) { return .conflict }
    if path == own { return .same }
    if path.allSatisfy(own.contains) || own.allSatisfy(path.contains) { return .possible }
    return own.last.map(seen.contains) ?? false ? .conflict : .possible
  }

  /// Whether the stack ends with the innermost of `groups` and contains no others, so that only headers of
  /// enclosing groups are missing.
  func isInnermost(of groups: [LabelText]) -> Bool {
    !path.isEmpty && groups.suffix(path.count).map(\.core) == path
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
