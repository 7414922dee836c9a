import XMLStreams

/// The open elements of a part: what is known has a state, what is not known is passed over whole.
///
/// It resolves markup compatibility as an application that understands no extension: of an
/// `AlternateContent` the `Fallback` counts, a `Choice` is passed over (ISO/IEC 29500-3, 9.3).
struct ElementStack<State> {
  private enum Entry {
    case known(State)
    case transparent(State)
    case unknown
  }

  /// The entries of the open elements; those beyond ``depth`` wait to be used again.
  private var entries: [Entry] = []
  private var depth = 0

  /// The innermost known element, or nil inside one that is not known or before the root.
  private(set) var current: State?

  /// Whether the root element has not begun.
  var isEmpty: Bool { depth == 0 }

  /// Enters an element of the main namespace; a nil state passes over it.
  mutating func enter(_ state: State?) {
    push(state.map(Entry.known) ?? .unknown)
    current = state
  }

  private mutating func push(_ entry: Entry) {
    if depth == entries.count { entries.append(entry) } else { entries[depth] = entry }
    depth += 1
  }

  /// Enters an element of another namespace inside a known one.
  mutating func enterForeign(_ tag: XMLTag) {
    let isAlternate =
      SpreadsheetNamespaces.isCompatibility(tag.namespace)
      && (tag.isNamed("AlternateContent") || tag.isNamed("Fallback"))
    guard isAlternate, let current else { return enter(nil) }
    push(.transparent(current))
  }

  /// Leaves an element and says what it was, if it was a known one.
  mutating func leave() -> State? {
    guard depth > 0 else { return nil }
    depth -= 1
    current = nil
    if depth > 0 {
      switch entries[depth - 1] {
      case .known(let state), .transparent(let state): current = state
      case .unknown: break
      }
    }
    guard case .known(let state) = entries[depth] else { return nil }
    return state
  }
}
