import Diagnostics

/// Reads a document as libxml2 would, as far as it is written as nearly all are.
///
/// It knows UTF-8, tags whose names are ASCII, text, references and comments. Before anything else, and
/// before anything that libxml2 might object to or read in another way, it stops for good: so it never
/// decides that a document is wrong, and what it has told until then is what libxml2 tells.
///
/// Unsafe memory is read under these invariants, which hold for all that scans here:
/// - `bytes` holds `count` bytes, all that have been taken; as many as ``padding`` follow and are 0.
/// - No byte 0 is ever stepped over: no name, value, text or white space has one. So every loop ends
///   behind the last byte at the latest, and what is compared there does not match.
/// - Text is told together with the markup behind it, and both only when they are whole.
///
/// As in ``XMLSession``, access is not checked for overlapping: one thread scans, and no handler comes back.
final class DocumentScanner {
  /// How many bytes it reads: far more than any part but sheets and strings has, and soon read again.
  private static let capacity = 64 << 10
  /// How many bytes 0 follow what has been taken.
  private static let padding = 16
  /// How many bytes may wait for the end of what they begin; they are read again with every piece.
  private static let patience = 4 << 10
  /// What is shorter is no document to libxml2, whatever it holds.
  private static let shortest = 4
  /// Elements are not that deep in any usual document.
  private static let depthBound = 100

  /// Whether nothing that it reads can go beyond `limits`; narrower ones are libxml2's to keep.
  static func isWithin(_ limits: Limits) -> Bool {
    limits[.tokenBytes] >= capacity && limits[.elementDepth] >= depthBound
  }

  /// An element that has not ended.
  private struct OpenElement {
    /// Where its name is in `bytes`.
    let start: Int
    let count: Int
    /// How many bytes its prefix has; 0 for none.
    let prefixCount: Int
    let namespace: UnsafePointer<UInt8>?
    /// How many namespaces were bound before it.
    let bindingCount: Int
  }

  /// What comes next.
  private enum Token {
    /// White space outside of the root element, as far as it goes.
    case blank
    /// A comment, or the XML declaration.
    case passedOver
    case start(ScannedTag.End)
    case end
  }

  @exclusivity(unchecked) private var bytes = UnsafeMutablePointer<UInt8>.allocate(
    capacity: padding)
  @exclusivity(unchecked) private var room = 0
  @exclusivity(unchecked) private var count = 0
  /// Up to where the document has been read and told.
  @exclusivity(unchecked) private var place = 0
  @exclusivity(unchecked) private var isRootRead = false
  @exclusivity(unchecked) private var open: [OpenElement] = []
  @exclusivity(unchecked) private var bindings = NamespaceBindings()
  @exclusivity(unchecked) private var tag = ScannedTag()
  /// The text before the token that comes next.
  @exclusivity(unchecked) private var text: ScannedText?
  @exclusivity(unchecked) private var textScratch: [UInt8] = []
  /// The name of the end tag that comes next.
  @exclusivity(unchecked) private var endName: QualifiedName?
  private var skips: [(offset: Int, lines: Int)] = []

  /// Line feeds in everything that has been read.
  @exclusivity(unchecked) private(set) var lines = 0
  /// What the handler has been told of.
  @exclusivity(unchecked) private(set) var told = ToldEvents()

  deinit { bytes.deallocate() }

  /// Behind the last byte that has been read.
  var position: XMLPosition { XMLPosition(line: lines + 1, column: 0) }

  /// Whether all that has been taken has been read.
  var isBetweenTokens: Bool { place == count }

  /// Whether all that has been taken is a whole document.
  var isComplete: Bool { isRootRead && open.isEmpty && place == count }

  /// Takes the next bytes; false where they are more than it reads.
  func take(_ piece: UnsafeRawBufferPointer) -> Bool {
    guard piece.count <= Self.capacity - count else { return false }
    if count + piece.count > room { grow(to: count + piece.count) }
    if let start = piece.baseAddress {
      UnsafeMutableRawPointer(bytes + count).copyMemory(from: start, byteCount: piece.count)
    }
    count += piece.count
    (bytes + count).update(repeating: 0, count: Self.padding)
    return true
  }

  private func grow(to needed: Int) {
    room = max(needed, 2 * room)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room + Self.padding)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }

  /// Counts `lines` that somebody else has read between what has been taken and what comes next.
  func skip(lines: Int) {
    skips.append((count, lines))
    self.lines += lines
  }

  /// Lets `library` read everything that has been taken.
  func repeatAll(to library: LibraryParser) throws {
    var start = 0
    for (offset, lines) in skips {
      try library.push(UnsafeRawBufferPointer(start: bytes + start, count: offset - start))
      library.skip(lines: lines)
      start = offset
    }
    try library.push(UnsafeRawBufferPointer(start: bytes + start, count: count - start))
  }

  /// Reads on as far as tokens are whole, and tells `handler`; false where it does not know what comes.
  ///
  /// - Throws: only what the handler throws.
  func scan(_ handler: any XMLHandler) throws -> Bool {
    guard count >= Self.shortest else { return true }
    while place < count {
      let bindingCount = bindings.count
      var next = UnsafePointer(bytes + place)
      var lines = lines
      guard let token = open.isEmpty ? outside(&next, &lines) : inside(&next, &lines) else {
        bindings.removeAll(from: bindingCount)
        let isCutOff = UnsafePointer(bytes + count) - next < Self.padding
        return isCutOff && count - place <= Self.patience
      }
      (place, self.lines) = (next - UnsafePointer(bytes), lines)
      try tell(handler, token, bindingCount)
    }
    return true
  }
}

extension DocumentScanner {
  /// Steps over a token before the root element or behind it; nil where none is whole.
  private func outside(_ next: inout UnsafePointer<UInt8>, _ lines: inout Int) -> Token? {
    text = nil
    if place == 0, Prologue.skip(byteOrderMark: &next) { return .passedOver }
    let start = bytes[0] == UInt8(ascii: "<") ? 0 : Prologue.markLength
    if place == start, bytes[0] > 0x20, next[1] == UInt8(ascii: "?") {
      return Prologue.skipDeclaration(&next, lines: &lines) ? .passedOver : nil
    }
    if Blank.skip(&next, lines: &lines) { return .blank }
    guard next[0] == UInt8(ascii: "<"), !isRootRead || next[1] == UInt8(ascii: "!") else {
      return nil
    }
    return markup(&next, &lines)
  }

  /// Steps over text and a token inside the root element; nil where they are not whole.
  private func inside(_ next: inout UnsafePointer<UInt8>, _ lines: inout Int) -> Token? {
    text = nil
    if next[0] != UInt8(ascii: "<") {
      text = ScannedText.scan(&next, lines: &lines, scratch: &textScratch)
      guard text != nil else { return nil }
    }
    return markup(&next, &lines)
  }

  /// Steps over the markup whose `<` is at `next`.
  private func markup(_ next: inout UnsafePointer<UInt8>, _ lines: inout Int) -> Token? {
    switch next[1] {
    case UInt8(ascii: "!"):
      return Prologue.skipComment(&next, lines: &lines) ? .passedOver : nil
    case UInt8(ascii: "/"):
      next += 2
      endName = open.last.flatMap { skip($0, &next) }
      guard endName != nil else { return nil }
      _ = Blank.skip(&next, lines: &lines)
      guard next[0] == UInt8(ascii: ">") else { return nil }
      next += 1
      return .end
    default:
      guard open.count < Self.depthBound else { return nil }
      next += 1
      return tag.scan(&next, lines: &lines, &bindings).map { .start($0) }
    }
  }

  /// Steps over the name of `element` in its end tag; nil where another stands there.
  private func skip(
    _ element: OpenElement, _ next: inout UnsafePointer<UInt8>
  ) -> QualifiedName? {
    let start = next
    for offset in 0..<element.count where next[offset] != bytes[element.start + offset] {
      return nil
    }
    next += element.count
    return QualifiedName(start: start, count: element.count, prefixCount: element.prefixCount)
  }

  /// Tells `handler` of a token; `bindingCount` namespaces were bound before it.
  private func tell(
    _ handler: any XMLHandler, _ token: Token, _ bindingCount: Int
  ) throws {
    if let text {
      try text.withBytes(textScratch) {
        told.addText($0.count)
        try handler.characters(XMLSlice($0))
      }
    }
    switch token {
    case .blank, .passedOver: break
    case .start(let end): try tellStart(handler, end, bindingCount)
    case .end: try tellEnd(handler, endName)
    }
  }

  private func tellStart(
    _ handler: any XMLHandler, _ end: ScannedTag.End, _ bindingCount: Int
  ) throws {
    guard let name = tag.name else { return }
    isRootRead = true
    open.append(
      OpenElement(
        start: name.start - UnsafePointer(bytes), count: name.count,
        prefixCount: name.prefixCount, namespace: tag.namespace, bindingCount: bindingCount))
    told.addTag()
    let position = position
    try tag.withTag(in: bytes) { try handler.startElement($0, at: position) }
    if end == .empty { try tellEnd(handler, name) }
  }

  private func tellEnd(_ handler: any XMLHandler, _ name: QualifiedName?) throws {
    guard let element = open.popLast(), let name else { return }
    told.addTag()
    let offset = name.end - UnsafePointer(bytes)
    let behindName = bytes[offset]
    bytes[offset] = 0
    defer { bytes[offset] = behindName }
    let tag = XMLTag(
      local: name.local, uri: element.namespace, attributes: .none, declarations: .none)
    try handler.endElement(tag, at: position)
    bindings.removeAll(from: element.bindingCount)
  }
}
