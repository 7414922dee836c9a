/// The name of a part in a package, such as `/xl/workbook.xml`: absolute, without `.` and `..`.
///
/// Names are equal if they differ only in the case of ASCII letters, in percent-encoding or in the kind of
/// slash: producers differ in these, and no package has two such parts.
///
/// Source: ECMA-376-2:2021, 6.2.2 (part names) and 6.2.3 (their equivalence).
package struct PartName: Sendable {
  /// The name as written, made absolute, with forward slashes.
  package let path: String

  /// The key for comparison.
  let key: String

  /// Makes a name from an absolute path or one relative to the package's root.
  ///
  /// A `..` above the root is dropped, as in RFC 3986, 5.2.4. Nil if nothing is left, or the name contains an
  /// encoded NUL or slash.
  package init?(_ text: String) {
    self.init(steps: text.utf8[...])
  }

  /// Makes the name that `target`, a relationship's reference, resolves to from the part `source`.
  ///
  /// A nil source is the package itself. Nil if the target is outside the package: a URL with a scheme or
  /// host, or only a fragment.
  package init?(_ target: String, relativeTo source: PartName?) {
    let reference = target.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let first = reference.first, !Self.isExternal(reference) else { return nil }
    if Self.isSlash(first) {
      self.init(steps: reference)
    } else {
      let folder = source.map { Self.folder(of: $0.path) } ?? "/"
      self.init(steps: (folder + String(Substring(reference))).utf8[...])
    }
  }

  private init?(steps text: Substring.UTF8View) {
    if let (path, key) = Self.plain(text) {
      self.init(trusted: path, key: key)
      return
    }
    var steps: [Substring.UTF8View] = []
    for step in text.split(whereSeparator: Self.isSlash) {
      if step.elementsEqual(".".utf8) { continue }
      if step.elementsEqual("..".utf8) {
        _ = steps.popLast()
      } else {
        steps.append(step)
      }
    }
    guard !steps.isEmpty else { return nil }
    var path = ""
    for step in steps { path += "/" + String(Substring(step)) }
    guard let key = Self.key(of: path) else { return nil }
    self.init(trusted: path, key: key)
  }

  /// The relationships part of `source`, or of the package if that is nil.
  package init(relationshipsOf source: PartName?) {
    guard let source else {
      self.init(trusted: "/_rels/.rels", key: "/_rels/.rels")
      return
    }
    self.init(
      trusted: Self.relationships(of: source.path), key: Self.relationships(of: source.key))
  }

  /// The stream of content types; not a part, but an entry like one.
  package static let contentTypes = PartName(
    trusted: "/[Content_Types].xml", key: "/[content_types].xml")

  private init(trusted path: String, key: String) {
    self.path = path
    self.key = key
  }

  /// The name of the zip entry: without the leading slash.
  package var entryName: String { String(path.dropFirst()) }

  /// The extension of the last segment, in lower case; empty if there is no dot.
  package var fileExtension: String {
    let last = key.utf8.split(separator: UInt8(ascii: "/")).last ?? key.utf8[...]
    guard let dot = last.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return String(Substring(last[last.index(after: dot)...]))
  }

  private static func relationships(of path: String) -> String {
    let folder = folder(of: path)
    return folder + "_rels/" + String(path.dropFirst(folder.count)) + ".rels"
  }

  /// Path and key of a name without encoded characters, empty or dot segments, and backslashes.
  ///
  /// A shortcut for nearly all names; opening a package makes one for each part.
  private static func plain(_ text: Substring.UTF8View) -> (path: String, key: String)? {
    let name = text.first == UInt8(ascii: "/") ? text.dropFirst() : text
    var last = UInt8(ascii: "/")
    var hasCapitals = false
    for byte in name {
      switch byte {
      case 0, UInt8(ascii: "%"), UInt8(ascii: "\\"): return nil
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        if last == UInt8(ascii: "/") { return nil }
      case 0x41...0x5A: hasCapitals = true
      default: break
      }
      last = byte
    }
    guard last != UInt8(ascii: "/") else { return nil }
    let path = "/" + String(Substring(name))
    return (path, hasCapitals ? lowercased(path) : path)
  }

  /// The path up to and including its last slash.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "/" }
    return String(path[...slash])
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }

  /// Whether a reference leads out of the package: `scheme:…` or `//host/…`.
  private static func isExternal(_ reference: Substring.UTF8View) -> Bool {
    if reference.prefix(2).allSatisfy(isSlash), reference.count >= 2 { return true }
    guard let colon = reference.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !reference[..<colon].contains(where: isSlash)
  }
}

extension PartName: Hashable {
  /// Whether both are the same part name.
  package static func == (left: Self, right: Self) -> Bool { left.key == right.key }

  /// Hashes the key for comparison.
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension PartName: CustomStringConvertible {
  /// The path.
  package var description: String { path }
}
