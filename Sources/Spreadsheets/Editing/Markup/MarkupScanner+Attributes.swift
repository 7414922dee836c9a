extension MarkupScanner {
  /// The attributes of a start or empty tag in order.
  func attributes(of tag: MarkupTag) -> [MarkupAttribute] {
    guard tag.kind != .end else { return [] }
    var attributes: [MarkupAttribute] = []
    var place = tag.name.upperBound
    let end = tag.attributesEnd
    while place < end {
      let start = place
      while place < end, Self.isSpace(bytes[place]) { place += 1 }
      let name = place
      while place < end, bytes[place] != 0x3D, !Self.isSpace(bytes[place]) { place += 1 }
      let nameEnd = place
      while place < end, bytes[place] != 0x22, bytes[place] != 0x27 { place += 1 }
      guard place < end, name < nameEnd else { break }
      let quote = bytes[place]
      let value = place + 1
      place = value
      while place < end, bytes[place] != quote { place += 1 }
      guard place < end else { break }
      attributes.append(
        MarkupAttribute(range: start..<place + 1, name: name..<nameEnd, value: value..<place))
      place += 1
    }
    return attributes
  }

  /// The attribute with that qualified name.
  func attribute(_ name: StaticString, of tag: MarkupTag) -> MarkupAttribute? {
    attributes(of: tag).first { isEqual($0.name, name) }
  }

  /// The value of an attribute, with its references resolved.
  func value(_ name: StaticString, of tag: MarkupTag) -> String? {
    attribute(name, of: tag).map { MarkupText.resolved(bytes[$0.value]) }
  }

  /// The value of an attribute as a whole number.
  func number(_ name: StaticString, of tag: MarkupTag) -> Int? {
    value(name, of: tag).flatMap { Int($0) }
  }

  /// Whether the bytes at `range` are those of `text`.
  func isEqual(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<range.count where bytes[range.lowerBound + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether the tag's name is `prefix`, which is empty or ends in a colon, and `local`.
  func isNamed(_ tag: MarkupTag, _ local: StaticString, prefix: [UInt8]) -> Bool {
    guard tag.name.count == prefix.count + local.utf8CodeUnitCount else { return false }
    let start = tag.name.lowerBound
    for index in prefix.indices where bytes[start + index] != prefix[index] { return false }
    return isEqual((start + prefix.count)..<tag.name.upperBound, local)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
