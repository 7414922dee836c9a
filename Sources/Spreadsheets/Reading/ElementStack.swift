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

  private var entries: [Entry] = []

  /// The innermost known element, or nil inside one that is not known or before the root.
  private(set) var current: State?

  /// Whether the root element has not begun.
  var isEmpty: Bool { entries.isEmpty }

  /// Enters an element of the main namespace; a nil state passes over it.
  mutating func enter(_ state: State?) {
    entries.append(state.map(Entry.known) ?? .unknown)
    current = state
  }

  /// Enters an element of another namespace inside a known one.
  mutating func enterForeign(_ tag: XMLTag) {
    let isAlternate =
      SpreadsheetNamespaces.isCompatibility(tag.namespace)
      && (tag.localName == "AlternateContent" || tag.localName == "Fallback")
    guard isAlternate, let current else { return enter(nil) }
    entries.append(.transparent(current))
  }

  /// Leaves an element and says what it was, if it was a known one.
  mutating func leave() -> State? {
    let left = entries.popLast()
    switch entries.last {
    case .known(let state), .transparent(let state): current = state
    case .unknown, nil: current = nil
    }
    guard case .known(let state) = left else { return nil }
    return state
  }
}
