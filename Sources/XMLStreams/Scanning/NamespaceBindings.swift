/// The prefixes that are bound to namespaces where a document is being read.
///
/// Each namespace is kept once, ended by a byte 0, for as long as this lives: two are the same where
/// their addresses are.
///
/// Source: Namespaces in XML 1.0, sections 2 and 3.
struct NamespaceBindings: ~Copyable {
  private struct Binding {
    /// Empty for the default namespace.
    let prefix: [UInt8]
    let namespace: UnsafePointer<UInt8>
  }

  private var bindings: [Binding] = []
  private var namespaces: [UnsafeMutableBufferPointer<UInt8>] = []

  deinit {
    for namespace in namespaces { namespace.deallocate() }
  }

  /// How many bindings there are, hidden ones included.
  var count: Int { bindings.count }

  /// Forgets all but the first `count` bindings.
  mutating func removeAll(from count: Int) {
    if bindings.count > count { bindings.removeSubrange(count...) }
  }

  /// Binds `prefix`, empty for the default, to a namespace and returns where that is kept.
  ///
  /// Nil for the two prefixes that cannot be bound, and for what may be no URI: libxml2 says what is.
  mutating func bind(
    _ prefix: UnsafeBufferPointer<UInt8>, to name: UnsafeBufferPointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    guard !Self.equal(prefix, "xml"), !Self.equal(prefix, "xmlns"), Self.isUsual(name),
      let kept = keep(name)
    else { return nil }
    bindings.append(Binding(prefix: Array(prefix), namespace: kept))
    return kept
  }

  /// What `prefix`, empty for the default, is bound to; nil for nothing.
  mutating func namespace(of prefix: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
    for index in bindings.indices.reversed() where bindings[index].prefix.count == prefix.count {
      if bindings[index].prefix.elementsEqual(prefix) { return bindings[index].namespace }
    }
    guard Self.equal(prefix, "xml") else { return nil }
    let xml = Self.xmlNamespace
    return keep(UnsafeBufferPointer(start: xml.utf8Start, count: xml.utf8CodeUnitCount))
  }

  private mutating func keep(_ name: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
    for kept in namespaces where kept.count == name.count + 1 {
      if kept.dropLast().elementsEqual(name) { return UnsafePointer(kept.baseAddress) }
    }
    let kept = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.count + 1)
    _ = kept.initialize(fromContentsOf: name)
    kept[name.count] = 0
    namespaces.append(kept)
    return UnsafePointer(kept.baseAddress)
  }

  private static var xmlNamespace: StaticString { "http://www.w3.org/XML/1998/namespace" }

  /// Whether `name` is certainly a URI, and none that is reserved: `http://host/path` or `urn:…` of
  /// letters, digits and a few signs.
  private static func isUsual(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard var place = name.baseAddress, !equal(name, xmlNamespace),
      !equal(name, "http://www.w3.org/2000/xmlns/")
    else { return false }
    let end = place + name.count
    if Prologue.skip("urn:", &place) {
      guard place < end, isLetterOrDigit(place[0]) else { return false }
      while place < end,
        isLetterOrDigit(place[0]) || isSign(place[0]) || place[0] == UInt8(ascii: ":")
      {
        place += 1
      }
      return place == end
    }
    guard Prologue.skip("http://", &place), place < end, isLetterOrDigit(place[0]) else {
      return false
    }
    while place < end, isLetterOrDigit(place[0]) || place[0] == UInt8(ascii: ".") { place += 1 }
    guard place < end, place[0] == UInt8(ascii: "/") else { return false }
    while place < end,
      isLetterOrDigit(place[0]) || isSign(place[0]) || place[0] == UInt8(ascii: "/")
    {
      place += 1
    }
    return place == end
  }

  private static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount, var place = bytes.baseAddress else { return false }
    return Prologue.skip(text, &place)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }
}
