/// A start tag as the scanner of documents has read it.
///
/// Its pointers lead into the bytes that are being scanned.
struct ScannedTag {
  /// How a start tag ends.
  enum End { case open, empty }

  /// A value with its references resolved; `texts` has it.
  private struct ResolvedValue {
    let attribute: Int
    let range: Range<Int>
  }

  /// More attributes than usual tags have are left to libxml2.
  private static let attributeBound = 64

  private(set) var name: QualifiedName?
  private(set) var namespace: UnsafePointer<UInt8>?
  /// The names of the attributes that declare no namespace.
  private var attributes: [QualifiedName] = []
  /// As libxml2 lays attributes out: local name, prefix, namespace, start and end of the value of each.
  private var attributeFields: [UnsafePointer<UInt8>?] = []
  private var resolvedValues: [ResolvedValue] = []
  private var texts: [UInt8] = []
  /// The names of the attributes that declare a namespace.
  private var declarations: [QualifiedName] = []
  /// As libxml2 lays declarations out: prefix, nil for the default, and namespace of each.
  private var declarationFields: [UnsafePointer<UInt8>?] = []

  /// Steps `place`, which is behind the `<`, over a start tag, binds the namespaces that it declares and
  /// resolves its names.
  ///
  /// Nil where the tag is not for the scanner, `place` being where that was noticed; what has been bound
  /// by then stays so.
  mutating func scan(
    _ place: inout UnsafePointer<UInt8>, lines: inout Int, _ bindings: inout NamespaceBindings
  ) -> End? {
    removeAll()
    guard let name = QualifiedName.scan(&place) else { return nil }
    self.name = name
    while true {
      let hasBlank = Blank.skip(&place, lines: &lines)
      switch place[0] {
      case UInt8(ascii: ">"):
        guard resolve(name, &bindings) else { return nil }
        place += 1
        return .open
      case UInt8(ascii: "/"):
        guard place[1] == UInt8(ascii: ">"), resolve(name, &bindings) else { return nil }
        place += 2
        return .empty
      default:
        guard hasBlank, scanAttribute(&place, &bindings) else { return nil }
      }
    }
  }

  private mutating func removeAll() {
    if !attributes.isEmpty {
      attributes.removeAll(keepingCapacity: true)
      attributeFields.removeAll(keepingCapacity: true)
    }
    if !resolvedValues.isEmpty {
      resolvedValues.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
    }
    if !declarations.isEmpty {
      declarations.removeAll(keepingCapacity: true)
      declarationFields.removeAll(keepingCapacity: true)
    }
  }

  private mutating func scanAttribute(
    _ place: inout UnsafePointer<UInt8>, _ bindings: inout NamespaceBindings
  ) -> Bool {
    guard let name = QualifiedName.scan(&place), place[0] == UInt8(ascii: "="),
      let value = scanValue(&place)
    else { return false }
    if name.isDeclaration { return declare(name, value, &bindings) }
    guard attributes.count < Self.attributeBound else { return false }
    attributes.append(name)
    attributeFields.append(name.local)
    attributeFields.append(nil)
    attributeFields.append(nil)
    attributeFields.append(value.baseAddress)
    attributeFields.append(value.baseAddress.map { $0 + value.count })
    return true
  }

  private mutating func declare(
    _ name: QualifiedName, _ value: UnsafeBufferPointer<UInt8>, _ bindings: inout NamespaceBindings
  ) -> Bool {
    let prefix = name.declaredPrefix
    let isTwice = declarations.contains { $0.declaredPrefix.elementsEqual(prefix) }
    guard declarations.count < Self.attributeBound, !isTwice,
      let namespace = bindings.bind(prefix, to: value)
    else { return false }
    declarations.append(name)
    declarationFields.append(prefix.isEmpty ? nil : name.local)
    declarationFields.append(namespace)
    return true
  }

  /// Steps `place`, which is at the `=`, over a value in quotes; nil where libxml2 would change it.
  ///
  /// A value with references is left as it stands, and kept resolved for the attribute that comes next.
  private mutating func scanValue(
    _ place: inout UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let quote = place[1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    place += 2
    let start = place
    guard Self.skipText(&place, quote) else { return nil }
    if place[0] != quote {
      guard resolveReferences(from: start, &place, quote) else { return nil }
    }
    place += 1
    return UnsafeBufferPointer(start: start, count: place - 1 - start)
  }

  /// Steps `place` to the end of a value in `quote`, or to a reference in it; false where libxml2 would
  /// change what is there.
  @inline(__always)
  private static func skipText(_ place: inout UnsafePointer<UInt8>, _ quote: UInt8) -> Bool {
    while place[0] != quote, place[0] != UInt8(ascii: "&") {
      switch place[0] {
      case UInt8(ascii: "<"), ..<0x20: return false
      case ..<0x80: place += 1
      default:
        let length = UTF8Character.length(at: place)
        guard length > 0 else { return false }
        place += length
      }
    }
    return true
  }

  /// Steps `place`, which is at the first `&` of a value, to its end.
  private mutating func resolveReferences(
    from start: UnsafePointer<UInt8>, _ place: inout UnsafePointer<UInt8>, _ quote: UInt8
  ) -> Bool {
    let textStart = texts.count
    var from = start
    while place[0] != quote {
      texts.append(contentsOf: UnsafeBufferPointer(start: from, count: place - from))
      guard let scalar = CharacterReference.scan(&place) else { return false }
      CharacterReference.append(scalar, to: &texts)
      from = place
      guard Self.skipText(&place, quote) else { return false }
    }
    texts.append(contentsOf: UnsafeBufferPointer(start: from, count: place - from))
    resolvedValues.append(
      ResolvedValue(attribute: attributes.count, range: textStart..<texts.count))
    return true
  }

  /// Finds the namespaces of the element and its attributes; false where a prefix is not bound, or two
  /// attributes have one name.
  private mutating func resolve(
    _ name: QualifiedName, _ bindings: inout NamespaceBindings
  ) -> Bool {
    namespace = bindings.namespace(of: name.prefix)
    guard name.prefixCount == 0 || (namespace != nil && !name.prefix.elementsEqual("xml".utf8))
    else { return false }
    for index in attributes.indices {
      let attribute = attributes[index]
      if attribute.prefixCount > 0 {
        guard let namespace = bindings.namespace(of: attribute.prefix) else { return false }
        attributeFields[5 * index + 2] = namespace
      }
      for other in 0..<index where attributes[other].hasSameLocalName(as: attribute) {
        if attributeFields[5 * other + 2] == attributeFields[5 * index + 2] { return false }
      }
    }
    return true
  }

  /// Hands the tag to `body` in the form that libxml2 gives it, in which a byte 0 ends each name.
  ///
  /// - Parameters:
  ///   - bytes: What has been scanned; the bytes behind the names are 0 as long as `body` runs.
  ///   - body: What is done with the tag.
  mutating func withTag(
    in bytes: UnsafeMutablePointer<UInt8>, _ body: (XMLTag) throws -> Void
  ) rethrows {
    guard let name else { return }
    let behindName = name.start[name.count]
    endNames(in: bytes, with: 0)
    bytes[name.end - UnsafePointer(bytes)] = 0
    defer {
      endNames(in: bytes, with: UInt8(ascii: "="))
      bytes[name.end - UnsafePointer(bytes)] = behindName
    }
    try texts.withUnsafeBufferPointer { texts in
      for value in resolvedValues {
        let start = texts.baseAddress.map { $0 + value.range.lowerBound }
        attributeFields[5 * value.attribute + 3] = start
        attributeFields[5 * value.attribute + 4] = start.map { $0 + value.range.count }
      }
      try attributeFields.withUnsafeMutableBufferPointer { fields in
        try declarationFields.withUnsafeMutableBufferPointer { declared in
          let tag = XMLTag(
            local: name.local, uri: namespace,
            attributes: XMLAttributes(fields: fields.baseAddress, count: attributes.count),
            declarations: XMLNamespaceDeclarations(
              fields: declared.baseAddress, count: declarations.count))
          try body(tag)
        }
      }
    }
  }

  /// Puts `byte` behind the name of each attribute, where a `=` stands.
  private func endNames(in bytes: UnsafeMutablePointer<UInt8>, with byte: UInt8) {
    for name in attributes { bytes[name.end - UnsafePointer(bytes)] = byte }
    for name in declarations { bytes[name.end - UnsafePointer(bytes)] = byte }
  }
}
