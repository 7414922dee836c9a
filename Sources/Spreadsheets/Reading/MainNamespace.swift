import XMLStreams

/// Distinguishes elements of the main namespace of SpreadsheetML from all others.
///
/// It compares the namespace's text only for a new key: a sheet uses one namespace millions of times. An
/// instance is valid for one document.
struct MainNamespace {
  private var mainKey: UInt?
  private var otherKey: UInt?

  /// Whether `tag` is in the main namespace, transitional or strict.
  @inline(__always)
  mutating func contains(_ tag: XMLTag) -> Bool {
    if tag.namespaceKey == mainKey { return true }
    if tag.namespaceKey == otherKey { return false }
    return compare(tag)
  }

  private mutating func compare(_ tag: XMLTag) -> Bool {
    let isMain = SpreadsheetNamespaces.isMain(tag.namespace)
    if isMain { mainKey = tag.namespaceKey } else { otherKey = tag.namespaceKey }
    return isMain
  }
}
