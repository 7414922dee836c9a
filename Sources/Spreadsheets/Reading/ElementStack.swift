import XMLStreams

/// The open elements of a part: a known element has a state; an unknown one is skipped with its content.
///
/// It processes markup compatibility for an application that supports no extensions: of an `AlternateContent`
/// the `Fallback` applies, and a `Choice` is skipped (ISO/IEC 29500-3, 9.3).
struct ElementStack<State> {
  private enum Entry {
    case known(State)
    case transparent(State)
    case unknown
  }

  /// The entries of the open elements; entries beyond ``depth`` are reused.
  private var entries: [Entry] = []
  private var depth = 0

  /// The innermost element, if it is known; nil before the root.
  private(set) var current: State?

  /// Whether the root element has not begun.
  var isEmpty: Bool { depth == 0 }

  /// Enters an element of the main namespace; one with a nil state is skipped.
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

  /// Leaves an element; returns its state, if it is known.
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
