import Diagnostics
import OpenPackaging
import XMLStreams

/// An XML part that is changed in some places; all other bytes are kept.
struct EditablePart {
  let name: PartName
  /// The bytes as stored in the package.
  let stored: [UInt8]
  /// The bytes in UTF-8, to which all offsets refer.
  let bytes: [UInt8]
  /// The root element's start tag.
  let root: MarkupTag
  /// The root element's namespace.
  let namespace: String
  /// The prefix of the root element with its colon; empty if it has none.
  let prefix: [UInt8]
  private let encoding: PartEncoding
  var splices = Splices()

  /// Takes the bytes of a part after a parser has checked that they are well-formed.
  ///
  /// - Throws: ``WorkbookEditorError`` for an unsupported encoding, or the parser's error.
  init(_ name: PartName, _ stored: [UInt8], limits: Limits) throws {
    self.name = name
    self.stored = stored
    encoding = try PartEncoding(of: stored, in: name)
    let text = encoding.decoded(stored)
    bytes = text
    let reader = RootReader()
    do {
      try XMLPushParser.parse(stored, handler: reader, limits: limits)
    } catch let error as XMLError {
      throw OPCError.damagedPart(name, error)
    }
    var scanner = MarkupScanner(text)
    guard let root = scanner.next(), root.kind != .end else {
      throw WorkbookEditorError(.unusualMarkup, part: name.path)
    }
    self.root = root
    namespace = reader.namespace
    let colon = text[root.name].firstIndex(of: UInt8(ascii: ":"))
    prefix = colon.map { Array(text[root.name.lowerBound...$0]) } ?? []
  }

  /// A scanner after the root's start tag.
  var content: MarkupScanner {
    MarkupScanner(bytes, in: root.range.upperBound..<bytes.count)
  }

  /// The part with all changes, in its stored form.
  var edited: [UInt8] {
    splices.isEmpty ? stored : encoding.encoded(splices.applied(to: bytes))
  }

  /// `<p:name` with the root's prefix.
  func open(_ name: String) -> String { "<" + String(decoding: prefix, as: UTF8.self) + name }

  /// `</p:name>` with the root's prefix.
  func close(_ name: String) -> String {
    "</" + String(decoding: prefix, as: UTF8.self) + name + ">"
  }

  /// The prefix that the root declares for `namespace`, with its colon, if it declares one.
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

  /// Sets an attribute of a tag, or adds it after the others.
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

  /// The offset for a new attribute: after the last one, before white space that ends the tag.
  static func behindLastAttribute(_ tag: MarkupTag, _ bytes: [UInt8]) -> Int {
    var end = tag.attributesEnd
    while end > tag.name.upperBound, MarkupScanner.isSpace(bytes[end - 1]) { end -= 1 }
    return end
  }
}

/// Checks that a document is well-formed, and reads its root's namespace.
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
