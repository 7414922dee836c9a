import Limits
import OpenPackaging
import XMLStreams

/// An XML part whose bytes are changed at some places and kept everywhere else.
struct EditablePart {
  let name: PartName
  let bytes: [UInt8]
  /// The root element's start tag.
  let root: MarkupTag
  /// The root element's namespace.
  let namespace: String
  /// The prefix of the root element, with its colon; empty without one.
  let prefix: [UInt8]
  var splices = Splices()

  /// Takes over the bytes of a part after a parser has found them well-formed.
  ///
  /// - Throws: ``WorkbookEditorError`` for another encoding than UTF-8, or what the parser found.
  init(_ name: PartName, _ bytes: [UInt8], limits: Limits) throws {
    self.name = name
    self.bytes = bytes
    try Self.checkEncoding(bytes, of: name)
    let reader = RootReader()
    do {
      try XMLPushParser.parse(bytes, handler: reader, limits: limits)
    } catch let error as XMLError {
      throw OPCError.damagedPart(name, error)
    }
    var scanner = MarkupScanner(bytes)
    guard let root = scanner.next(), root.kind != .end else {
      throw WorkbookEditorError(.unusualMarkup, part: name.path)
    }
    self.root = root
    namespace = reader.namespace
    let colon = bytes[root.name].firstIndex(of: UInt8(ascii: ":"))
    prefix = colon.map { Array(bytes[root.name.lowerBound...$0]) } ?? []
  }

  /// A scanner that stands behind the root's start tag.
  var content: MarkupScanner {
    MarkupScanner(bytes, in: root.range.upperBound..<bytes.count)
  }

  /// The part with all changes made.
  var edited: [UInt8] { splices.applied(to: bytes) }

  /// `<p:name` with the root's prefix.
  func open(_ name: String) -> String { "<" + String(decoding: prefix, as: UTF8.self) + name }

  /// `</p:name>` with the root's prefix.
  func close(_ name: String) -> String {
    "</" + String(decoding: prefix, as: UTF8.self) + name + ">"
  }

  /// The name of the prefix that the root declares for `namespace`, with its colon, if it declares one.
  func declaredPrefix(of namespace: String) -> String? {
    let scanner = MarkupScanner(bytes)
    for attribute in scanner.attributes(of: root) {
      let name = String(decoding: bytes[attribute.name], as: UTF8.self)
      guard name.hasPrefix("xmlns:"), MarkupText.resolved(bytes[attribute.value]) == namespace
      else { continue }
      return name.dropFirst(6) + ":"
    }
    return nil
  }

  /// Sets an attribute of a tag, or adds it behind the others.
  mutating func set(_ name: String, _ value: String, of tag: MarkupTag) {
    let scanner = MarkupScanner(bytes)
    let old = scanner.attributes(of: tag).first { bytes[$0.name].elementsEqual(name.utf8) }
    if let old {
      splices.replace(old.value, with: MarkupText.escapedForAttribute(value))
    } else {
      let end = Self.behindLastAttribute(tag, bytes)
      splices.insert(
        Array(" \(name)=\"".utf8) + MarkupText.escapedForAttribute(value) + [0x22], at: end)
    }
  }

  /// Where an attribute is added: behind the last, before white space that ends the tag.
  static func behindLastAttribute(_ tag: MarkupTag, _ bytes: [UInt8]) -> Int {
    var end = tag.attributesEnd
    while end > tag.name.upperBound, MarkupScanner.isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static func checkEncoding(_ bytes: [UInt8], of name: PartName) throws {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard !isWide, !bytes.prefix(4).contains(0) else {
      throw WorkbookEditorError(.encoding("UTF-16"), part: name.path)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "<?xml".utf8) else { return }
    let declaration = String(
      decoding: bytes[start...].prefix(200).prefix { $0 != 0x3E }, as: UTF8.self)
    guard let range = declaration.firstRange(of: "encoding") else { return }
    let parts = declaration[range.upperBound...].split(omittingEmptySubsequences: false) {
      $0 == "\"" || $0 == "'"
    }
    guard parts.count > 1 else { return }
    let encoding = parts[1].uppercased()
    guard ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(encoding) else {
      throw WorkbookEditorError(.encoding(encoding), part: name.path)
    }
  }
}

/// Reads a document only to learn that it is well-formed, and its root's namespace.
private final class RootReader: XMLHandler {
  var namespace = ""
  private var hasRoot = false

  func startElement(_ tag: XMLTag, at position: XMLPosition) {
    guard !hasRoot else { return }
    hasRoot = true
    namespace = tag.namespace.string
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) {}

  func characters(_ text: XMLSlice) {}
}
