package import Diagnostics
package import ZipFiles

/// An OPC package that is open for reading: a zip archive of parts and relationships.
///
/// A class, because a workbook, its sheets and their open streams share it. One package, one task.
///
/// Source: ECMA-376-2:2021.
package final class OPCPackage {
  /// The limits for every part.
  package let limits: Limits
  /// The names of all parts in the order of the archive.
  package let parts: [PartName]

  private var archive: ZipArchive
  private let places: [PartName: Int]
  var loadedTypes: ContentTypes?
  var loadedRelationships: [PartName: Relationships] = [:]

  /// Opens the package in the file at `path`.
  ///
  /// - Throws: `ZipError`, or ``OPCError`` if the archive is not a package.
  package convenience init(
    path: String, limits: Limits = .standard, inflation: Inflation = .fastest
  ) throws {
    try self.init(ZipArchive(path: path, limits: limits, inflation: inflation), limits: limits)
  }

  /// Opens a package that is in memory.
  ///
  /// - Throws: `ZipError`, or ``OPCError`` if the archive is not a package.
  package convenience init(
    bytes: [UInt8], limits: Limits = .standard, inflation: Inflation = .fastest
  ) throws {
    try self.init(ZipArchive(bytes: bytes, limits: limits, inflation: inflation), limits: limits)
  }

  /// Takes ownership of an archive.
  ///
  /// - Throws: ``OPCError`` if it is not a package.
  package init(_ archive: consuming ZipArchive, limits: Limits) throws {
    self.limits = limits
    var parts: [PartName] = []
    var places: [PartName: Int] = [:]
    for entry in archive.entries where !entry.isDirectory {
      guard let name = PartName(entry.name), places[name] == nil else { continue }
      parts.append(name)
      places[name] = entry.index
    }
    self.parts = parts
    self.places = places
    self.archive = archive
    let root = PartName(relationshipsOf: nil)
    guard places[root] == nil, places[.contentTypes] == nil else { return }
    throw try foreignKind()
  }

  /// The error for an archive that has neither relationships nor content types.
  private func foreignKind() throws -> OPCError {
    if let entry = archive.entry(named: "mimetype"), entry.size <= 256 {
      let type = String(decoding: try archive.read(entry), as: UTF8.self)
      if type.contains("opendocument") { return .openDocument(type) }
    }
    let isDocument =
      archive.entry(named: "content.xml") != nil
      && archive.entry(named: "META-INF/manifest.xml") != nil
    if isDocument { return .openDocument("") }
    let isOffice = parts.contains { $0.path.hasPrefix("/xl/") || $0.path.hasPrefix("/word/") }
    return isOffice ? .missingMainPart : .notAPackage
  }

  /// An editor of the package's archive, as it was opened.
  package var editor: ZipEditor { ZipEditor(archive, limits: limits) }

  func entry(of part: PartName) -> ZipEntry? { places[part].map { archive.entries[$0] } }

  func read(_ entry: ZipEntry) throws -> [UInt8] { try archive.read(entry) }

  func open(_ entry: ZipEntry) throws -> ZipEntryReader { try archive.open(entry) }
}
