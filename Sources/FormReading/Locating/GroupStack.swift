/// The groups that a line of a grid stands in, as far as they are known.
struct GroupStack: Hashable {
  /// The groups' labels, from the outermost.
  private(set) var path: [[UInt16]] = []
  /// A group that another text stands in place of.
  private(set) var replaced: Replaced?
  private let known: [[UInt16]: [[UInt16]]]

  /// A text that resembles the name of a group but says something else.
  struct Replaced: Hashable {
    /// The group.
    let group: [UInt16]
    /// What stands there.
    let text: String
  }

  /// Makes an empty stack that knows the form's groups, each with those around it.
  init(known: [[UInt16]: [[UInt16]]]) { self.known = known }

  /// Enters the group named `label`, leaving those that it does not stand in; false where the form has
  /// no such group.
  ///
  /// A remark such as `（上年）` makes another group of it, named as `text` writes it.
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

  /// Enters what `text` names, which stands in place of `group`.
  mutating func enter(_ text: String, inPlaceOf group: [UInt16]) {
    guard let parents = known[group] else { return }
    path.removeAll { !parents.contains($0) }
    replaced = Replaced(group: group, text: text)
  }

  /// What the innermost group is called, in the form's words where it is one of the form's.
  var name: String { replaced?.text ?? String(decoding: path.last ?? [], as: UTF16.self) }

  /// How well the stack agrees with a label of the form that stands in `groups`.
  ///
  /// Where the label's innermost group is not among those `seen` in the grid, its head may be missing,
  /// and nothing can be said.
  func agreement(with groups: [LabelText], seen: Set<[UInt16]>) -> Agreement {
    let own = groups.map(\.core)
    if let replaced, own.contains(replaced.group) { return .conflict }
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
