/// Collects the display of a cell, piece by piece.
package struct TextPieces: Sendable {
  private var aside: [(look: TextLook, text: String)] = []
  private var isUnclear = false
  /// Whether the last piece was not plain, so that the next may continue it.
  private var isOpen = false

  /// Makes an empty collection.
  package init() {}

  /// Whether every piece so far was plain.
  package var isPlain: Bool { aside.isEmpty && !isUnclear }

  /// Adds a piece; returns true if it is part of the cell's plain text, which the caller keeps.
  package mutating func take(_ text: String, _ look: TextLook) -> Bool {
    let kind: TextLook =
      [.hidden, .struckOut, .raised, .control].first { look.contains($0) } ?? []
    if look.contains(.unclear), kind != .hidden { isUnclear = true }
    guard kind != [] else {
      isOpen = false
      return true
    }
    if isOpen, let last = aside.last, last.look == kind {
      aside[aside.count - 1].text += text
    } else {
      aside.append((kind, text))
    }
    isOpen = true
    return false
  }

  /// The display of the cell whose plain text is `text`, without white space around it; nil if all of it is
  /// plain.
  ///
  /// Of hidden text only text with digits counts: pages hide much that is irrelevant.
  package func shown(beside text: String) -> ShownText? {
    func pieces(_ look: TextLook) -> [String] {
      aside.lazy.filter { $0.look == look }.map { Self.trimmed($0.text) }.filter { !$0.isEmpty }
    }
    let controls = pieces(.control)
    let isControl = text.isEmpty && !controls.isEmpty
    let shown = ShownText(
      isControl ? controls.joined(separator: " ") : text,
      marks: pieces(.raised) + (isControl ? [] : controls.filter(Self.holdsDigit)),
      struckOut: pieces(.struckOut), hidden: pieces(.hidden).filter(Self.holdsDigit),
      isUnclear: isUnclear)
    let isPlain =
      shown.marks.isEmpty && shown.struckOut.isEmpty && shown.hidden.isEmpty && !isUnclear
      && !isControl
    return isPlain ? nil : shown
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func holdsDigit(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.numericType != nil }
  }
}

extension ShownText {
  /// The text in which labels are searched: the plain text, or else the struck-out or raised text; never
  /// hidden text.
  package var content: String {
    text.isEmpty ? (struckOut + marks).joined(separator: " ") : text
  }
}
