import XMLStreams

extension EditablePart {
  /// An unprefixed element, as the writer makes it, in the namespace of this part's root.
  ///
  /// If the root has a prefix, the element declares its namespace itself.
  func markup(_ body: (inout XMLWriter) -> Void) throws -> [UInt8] {
    var xml = XMLWriter()
    body(&xml)
    let bytes = try xml.finish()
    guard !prefix.isEmpty else { return bytes }
    var scanner = MarkupScanner(bytes)
    guard let tag = scanner.next() else { return bytes }
    var splices = Splices()
    splices.insert(" xmlns=\"\(namespace)\"", at: tag.name.upperBound)
    return splices.applied(to: bytes)
  }
}
