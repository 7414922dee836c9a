import Diagnostics
import OpenPackaging
import ZipFiles

/// The changed, added and removed parts of a package; all others are kept.
struct PackageEdit {
  let package: OPCPackage
  private(set) var replaced: [PartName: [UInt8]] = [:]
  private(set) var added: [(name: PartName, bytes: [UInt8])] = []
  private(set) var removed: [PartName] = []
  private var types: EditablePart?
  private var links: [PartName: RelationshipsEdit] = [:]

  init(_ package: OPCPackage) { self.package = package }

  /// All bytes of a part of any length.
  static func bytes(of part: PartName, in package: OPCPackage) throws -> [UInt8] {
    let reader = try package.open(part)
    var bytes: [UInt8] = []
    let window = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { window.deallocate() }
    while true {
      let count = try reader.read(into: window)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: window[..<count])
    }
  }

  /// A part in UTF-8; unchanged if its encoding is unknown.
  static func text(of part: PartName, in package: OPCPackage) throws -> [UInt8] {
    let bytes = try bytes(of: part, in: package)
    return (try? PartEncoding(of: bytes, in: part))?.decoded(bytes) ?? bytes
  }

  /// A part for editing.
  static func editable(_ part: PartName, in package: OPCPackage) throws -> EditablePart {
    try EditablePart(part, bytes(of: part, in: package), limits: package.limits)
  }

  /// Replaces the bytes of a part.
  mutating func replace(_ part: PartName, with bytes: [UInt8]) { replaced[part] = bytes }

  /// Adds a part of a content type.
  mutating func add(_ part: PartName, _ bytes: [UInt8], contentType: String) throws {
    added.append((part, bytes))
    var types = try contentTypes()
    types.append(
      Array(
        (types.open("Override") + " PartName=\"\(part.path)\" ContentType=\"\(contentType)\"/>")
          .utf8))
    self.types = types
  }

  /// Removes a part, its content type and the relationships to it from `source`.
  mutating func remove(_ part: PartName, from source: PartName) throws {
    removed.append(part)
    var types = try contentTypes()
    for child in types.children where child.name == "Override" {
      guard types.value("PartName", of: child.tag).flatMap({ PartName($0) }) == part else {
        continue
      }
      types.splices.replace(child.range, with: [])
    }
    self.types = types
    var edit = try relationships(of: source)
    for link in try package.relationships(of: source).all where package.part(link) == part {
      edit.remove(link.id)
    }
    links[PartName(relationshipsOf: source)] = edit
  }

  /// Adds a relationship from `source`, or the package, to a part or an address; returns its ID.
  mutating func relate(
    _ source: PartName?, type: String, target: String, isExternal: Bool = false
  ) throws -> String {
    var edit = try relationships(of: source)
    let identifier = edit.add(type: type, target: target, isExternal: isExternal)
    links[PartName(relationshipsOf: source)] = edit
    return identifier
  }

  /// An unused part name such as `/xl/comments3.xml`, numbered from 1.
  func freeName(_ start: String, _ end: String) -> PartName? {
    let taken = Set(added.map(\.name))
    return (1...100_000).lazy.compactMap { PartName("\(start)\($0)\(end)") }
      .first { !package.contains($0) && !taken.contains($0) }
  }

  /// Writes the changed content types and relationships.
  mutating func finish() throws {
    for (name, edit) in links.sorted(by: { $0.key.path < $1.key.path }) {
      let bytes = edit.bytes()
      guard !package.contains(name) else {
        replaced[name] = bytes
        continue
      }
      if try package.contentType(of: name) == nil {
        try add(name, bytes, contentType: OfficeNamespace.relationshipsType)
      } else {
        added.append((name, bytes))
      }
    }
    if let types, !types.splices.isEmpty { replaced[.contentTypes] = types.edited }
  }

  private func contentTypes() throws -> EditablePart {
    if let types { return types }
    return try Self.editable(.contentTypes, in: package)
  }

  private func relationships(of source: PartName?) throws -> RelationshipsEdit {
    let name = PartName(relationshipsOf: source)
    if let known = links[name] { return known }
    guard package.contains(name) else { return RelationshipsEdit() }
    return RelationshipsEdit(try Self.editable(name, in: package))
  }
}

extension PartName {
  /// The relative reference from `source` to this part, such as `../comments1.xml`.
  func reference(from source: PartName) -> String {
    let target = path.split(separator: "/")
    let folder = source.path.split(separator: "/").dropLast()
    let common = zip(target.dropLast(), folder).prefix { $0 == $1 }.count
    let climbs = Array(repeating: "..", count: folder.count - common)
    return (climbs + target.dropFirst(common).map(String.init)).joined(separator: "/")
  }
}
