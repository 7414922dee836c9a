import XMLStreams

/// The styles of a Word document, as far as they affect the displayed text.
///
/// Source: ISO/IEC 29500-1, 17.7.
struct WordStyles {
  private var looks: [String: WordLook] = [:]

  /// Reads the styles from their part's root.
  init(_ root: XMLElement) {
    let namespace = root.name.namespace
    var parents: [String: String] = [:]
    for style in root.all("style", in: namespace) {
      guard let id = style["styleId", in: namespace] else { continue }
      var look = WordLook()
      for property in style.first("rPr", in: namespace)?.children ?? [] {
        look.set(property.name.local, property["val", in: namespace])
      }
      if look != WordLook() { looks[id] = look }
      parents[id] = style.first("basedOn", in: namespace)?["val", in: namespace]
    }
    guard !looks.isEmpty else { return }
    let own = looks
    for id in parents.keys {
      var chain: [String] = []
      var next: String? = id
      // A style may be based on itself by mistake.
      while let style = next, !chain.contains(style), chain.count < 64 {
        chain.append(style)
        next = parents[style]
      }
      var look = WordLook()
      for style in chain.reversed() { look.merge(own[style] ?? WordLook()) }
      looks[id] = look
    }
  }

  /// Whether the part's bytes contain the name of a relevant property.
  ///
  /// - Complexity: O(*n*); Word's own styles have 350,000 bytes.
  static func mayMatter(_ part: [UInt8]) -> Bool {
    part.indices.contains { index in
      switch part[index] {
      case UInt8(ascii: "v"): part.holds("vertAlign", at: index)
      case UInt8(ascii: "p"): part.holds("position", at: index)
      case UInt8(ascii: "s"): part.holds("strike", at: index)
      case UInt8(ascii: "a"): part.holds("anish", at: index)
      default: false
      }
    }
  }

  /// Makes the styles of a document without any.
  init() {}

  /// The look of the style `id`.
  subscript(id: String) -> WordLook { looks[id] ?? WordLook() }
}

extension [UInt8] {
  /// Whether the bytes of `word` are at `index`.
  fileprivate func holds(_ word: String, at index: Int) -> Bool {
    var place = index
    for byte in word.utf8 {
      guard place < count, self[place] == byte else { return false }
      place += 1
    }
    return true
  }
}
