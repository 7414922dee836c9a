/// Finds the tags and their offsets in the bytes of an XML part, for editing.
///
/// It skips text, comments, processing instructions and CDATA. The part must be well-formed UTF-8 without a
/// document type declaration, which ``EditablePart`` checks with libxml2 first; otherwise the scanner ends
/// early but never reads out of bounds.
struct MarkupScanner {
  let bytes: [UInt8]
  /// The offset at which the search for the next tag starts.
  var offset: Int
  private let limit: Int

  /// Scans all of `bytes`, or `range` of it.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    offset = range?.lowerBound ?? 0
    limit = min(range?.upperBound ?? bytes.count, bytes.count)
  }

  /// The next tag; `nil` at the end.
  mutating func next() -> MarkupTag? {
    while let open = firstIndex(of: 0x3C, from: offset), open + 1 < limit {
      switch bytes[open + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        offset = endOfDeclaration(at: open)
      case UInt8(ascii: "/"):
        return tag(.end, at: open, nameAt: open + 2)
      default:
        return tag(.start, at: open, nameAt: open + 1)
      }
    }
    offset = limit
    return nil
  }

  /// Skips the content of the element that `tag` starts; returns its end tag.
  mutating func skip(_ tag: MarkupTag) -> MarkupTag {
    guard tag.kind == .start else { return tag }
    var depth = 1
    while let next = next() {
      switch next.kind {
      case .start: depth += 1
      case .end: depth -= 1
      case .empty: break
      }
      if depth == 0 { return next }
    }
    return MarkupTag(kind: .end, range: limit..<limit, name: limit..<limit)
  }

  private mutating func tag(_ kind: MarkupTag.Kind, at open: Int, nameAt start: Int) -> MarkupTag? {
    var end = start
    while end < limit, !Self.endsName[Int(bytes[end])] { end += 1 }
    guard let close = endOfTag(from: end) else {
      offset = limit
      return nil
    }
    offset = close + 1
    let isEmpty = kind == .start && bytes[close - 1] == UInt8(ascii: "/")
    return MarkupTag(kind: isEmpty ? .empty : kind, range: open..<close + 1, name: start..<end)
  }

  /// The offset of the `>` that ends a tag; one in an attribute's value does not.
  private func endOfTag(from start: Int) -> Int? {
    var place = start
    while place < limit {
      switch bytes[place] {
      case 0x3E: return place
      case 0x22, 0x27:
        guard let quote = firstIndex(of: bytes[place], from: place + 1) else { return nil }
        place = quote + 1
      default: place += 1
      }
    }
    return nil
  }

  /// The end of a comment, CDATA section or processing instruction that begins at `open`.
  private func endOfDeclaration(at open: Int) -> Int {
    if isAt(open, "<!--") { return end(of: "-->", from: open + 4) }
    if isAt(open, "<![CDATA[") { return end(of: "]]>", from: open + 9) }
    return end(of: bytes[open + 1] == UInt8(ascii: "?") ? "?>" : ">", from: open + 2)
  }

  private func end(of text: StaticString, from start: Int) -> Int {
    var place = start
    while let found = firstIndex(of: text.utf8Start.pointee, from: place) {
      if isAt(found, text) { return found + text.utf8CodeUnitCount }
      place = found + 1
    }
    return limit
  }

  private func isAt(_ place: Int, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= limit else { return false }
    for index in 0..<count where bytes[place + index] != text.utf8Start[index] { return false }
    return true
  }

  private func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < limit else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place < limit, bytes[place] != byte { place += 1 }
      return place < limit ? place : nil
    }
  }

  private static let endsName: [Bool] = (0...255).map {
    [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains($0)
  }
}
