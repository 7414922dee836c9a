import XMLStreams

/// The attributes of one start tag, in the form that the scanner supports.
///
/// Values are in double quotes, without references and line breaks; everything else is left to libxml2.
struct ScannedAttributes {
  /// The name and value of an attribute in the window.
  struct Attribute {
    var name: UnsafeBufferPointer<UInt8>
    var value: UnsafeBufferPointer<UInt8>
  }

  /// The end of a start tag.
  enum End { case open, empty }

  /// The maximum number of attributes, more than any tag of a sheet has; others are left to libxml2.
  private static let bound = 16

  private(set) var all: [Attribute] = []
  private var prefix: UnsafeBufferPointer<UInt8>?

  /// The value of the attribute `name`, or nil.
  func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for attribute in all where attribute.name.count == name.utf8CodeUnitCount {
      let other = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
      if attribute.name.elementsEqual(other) { return attribute.value }
    }
    return nil
  }

  /// Removes all attributes.
  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    prefix = nil
  }

  /// Advances `place`, which is after the name of the element, past the rest of its tag.
  ///
  /// Nil if the scanner does not support the tag; `place` is then where this was detected.
  mutating func scanTag(
    _ place: inout UnsafePointer<UInt8>, lines: inout Int, prefixes: BoundPrefixes
  ) -> End? {
    removeAll()
    while true {
      let hasSpace = WhiteSpace.skip(&place, lines: &lines)
      switch place[0] {
      case UInt8(ascii: ">"):
        place += 1
        return .open
      case UInt8(ascii: "/"):
        guard place[1] == UInt8(ascii: ">") else { return nil }
        place += 2
        return .empty
      default:
        guard hasSpace, scan(&place, prefixes: prefixes) else { return nil }
      }
    }
  }

  /// Advances past one attribute and stores it; returns false if the scanner does not support it.
  mutating func scan(_ place: inout UnsafePointer<UInt8>, prefixes: BoundPrefixes) -> Bool {
    let start = place
    var colon: UnsafePointer<UInt8>?
    while true {
      switch place[0] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        place += 1
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard place > start, place[-1] != UInt8(ascii: ":") else { return false }
        place += 1
        continue
      case UInt8(ascii: ":"):
        guard colon == nil, place > start else { return false }
        colon = place
        place += 1
        continue
      default: break
      }
      break
    }
    let name = UnsafeBufferPointer(start: start, count: place - start)
    guard !name.isEmpty, place[0] == UInt8(ascii: "="), place[1] == UInt8(ascii: "\"") else {
      return false
    }
    place += 2
    guard isKnown(name, colon: colon, prefixes) else { return false }
    guard let value = Self.scanValue(&place), all.count < Self.bound else { return false }
    for other in all where other.name.elementsEqual(name) { return false }
    all.append(Attribute(name: name, value: value))
    return true
  }

  /// Advances past a value and its closing quote; nil if it is not plain.
  @inline(__always)
  private static func scanValue(
    _ place: inout UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let start = place
    while place[0] != UInt8(ascii: "\"") {
      let byte = place[0]
      guard byte >= 0x20, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else { return nil }
      let length = byte < 0x80 ? 1 : UTF8Character.length(at: place)
      guard length > 0 else { return nil }
      place += length
    }
    place += 1
    return UnsafeBufferPointer(start: start, count: place - start - 1)
  }

  /// Whether the name has no prefix or a declared one; namespace declarations are left to libxml2.
  ///
  /// Two prefixes in one tag could be bound to the same namespace, so that two attributes were the same.
  private mutating func isKnown(
    _ name: UnsafeBufferPointer<UInt8>, colon: UnsafePointer<UInt8>?, _ prefixes: BoundPrefixes
  ) -> Bool {
    guard let start = name.baseAddress else { return false }
    guard let colon else { return !BoundPrefixes.isDeclaration(name) }
    let found = UnsafeBufferPointer(start: start, count: colon - start)
    let isBound = name.elementsEqual("xml:space".utf8) || prefixes.contain(found)
    guard colon + 1 < start + name.count, isBound else { return false }
    if let prefix { return prefix.elementsEqual(found) }
    prefix = found
    return true
  }
}
