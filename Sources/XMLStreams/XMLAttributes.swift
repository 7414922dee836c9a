/// The attributes of a start tag, in document order; valid only during its callback.
package struct XMLAttributes {
  /// The layout of libxml2, also for tags of the scanner: local name, prefix, URI, start and end of the
  /// value, for each attribute.
  @usableFromInline let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  /// The number of attributes.
  package let count: Int

  /// No attributes.
  static var none: XMLAttributes { XMLAttributes(fields: nil, count: 0) }

  /// Wraps attributes in that layout.
  init(fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.fields = fields
    self.count = fields == nil ? 0 : count
  }

  /// The attribute at `index`, which is below ``count``: local name, namespace (empty for none), value.
  package subscript(index: Int) -> (localName: XMLSlice, namespace: XMLSlice, value: XMLSlice) {
    (
      XMLSlice(terminated: field(5 * index)), XMLSlice(terminated: field(5 * index + 2)),
      value(index)
    )
  }

  /// The name of the attribute at `index` if it is one letter and in no namespace, otherwise 0.
  @inlinable package func letter(at index: Int) -> UInt8 {
    guard let name = field(5 * index), name[0] != 0, name[1] == 0, field(5 * index + 2) == nil
    else { return 0 }
    return name[0]
  }

  /// The value of the attribute at `index`, which is below ``count``.
  @inlinable package func value(at index: Int) -> XMLSlice { value(index) }

  /// The value of the attribute `local` without a namespace, or nil.
  @inlinable package subscript(local: StaticString) -> XMLSlice? {
    for index in 0..<count where field(5 * index + 2) == nil {
      if isNamed(index, local) { return value(index) }
    }
    return nil
  }

  /// The value of the attribute `local` of the namespace `namespace`, or nil.
  package subscript(local: StaticString, in namespace: StaticString) -> XMLSlice? {
    for index in 0..<count where isNamed(index, local) {
      if XMLSlice(terminated: field(5 * index + 2)) == namespace { return value(index) }
    }
    return nil
  }

  @inlinable func field(_ index: Int) -> UnsafePointer<UInt8>? {
    fields?[index]
  }

  @inlinable func value(_ index: Int) -> XMLSlice {
    guard let start = field(5 * index + 3), let end = field(5 * index + 4) else {
      return XMLSlice(UnsafeBufferPointer(start: nil, count: 0))
    }
    return XMLSlice(UnsafeBufferPointer(start: start, count: end - start))
  }

  @inlinable func isNamed(_ index: Int, _ name: StaticString) -> Bool {
    guard let start = field(5 * index) else { return false }
    let count = name.utf8CodeUnitCount
    for offset in 0..<count where start[offset] != name.utf8Start[offset] {
      return false  // a shorter name differs at its final zero byte
    }
    return start[count] == 0
  }
}
