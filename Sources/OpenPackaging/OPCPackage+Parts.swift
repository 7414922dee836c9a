import Diagnostics
package import XMLStreams
package import ZipFiles

extension OPCPackage {
  /// Whether the package contains `part`.
  package func contains(_ part: PartName) -> Bool { entry(of: part) != nil }

  /// All bytes of a small part, at most `small-part-bytes`.
  ///
  /// - Throws: ``OPCError/missingPart(_:)``, or `ZipError` if the part is damaged or too large.
  package func read(_ part: PartName) throws -> [UInt8] {
    guard let entry = entry(of: part) else { throw OPCError.missingPart(part) }
    return try read(entry)
  }

  /// A reader of a part of any length.
  ///
  /// - Throws: ``OPCError/missingPart(_:)``, or `ZipError`.
  package func open(_ part: PartName) throws -> ZipEntryReader {
    guard let entry = entry(of: part) else { throw OPCError.missingPart(part) }
    return try open(entry)
  }

  /// The root element of a small part.
  ///
  /// - Throws: ``OPCError``, or `ZipError`.
  package func element(_ part: PartName) throws -> XMLElement {
    let bytes = try read(part)
    do {
      return try XMLElement(parsing: bytes, limits: limits)
    } catch let error as XMLError {
      throw OPCError.damagedPart(part, error)
    } catch let error as LimitExceeded {
      throw OPCError.beyondLimit(part, error)
    }
  }

  /// The content type of a part, or nil if none is declared.
  ///
  /// - Throws: ``OPCError``, or `ZipError`, if `[Content_Types].xml` is damaged.
  package func contentType(of part: PartName) throws -> String? {
    try contentTypes()[part]
  }

  /// The relationships of a part, or of the package if `source` is nil; empty if there are none.
  ///
  /// - Throws: ``OPCError``, or `ZipError`, if the relationships part is damaged.
  package func relationships(of source: PartName? = nil) throws -> Relationships {
    let name = PartName(relationshipsOf: source)
    if let known = loadedRelationships[name] { return known }
    let relationships =
      contains(name) ? Relationships(try element(name), source: source) : .none
    loadedRelationships[name] = relationships
    return relationships
  }

  /// The part that a relationship leads to, or nil if the package does not contain it.
  ///
  /// A target that leads nowhere from its source is resolved from the root, as some producers write it.
  package func part(_ relationship: Relationship) -> PartName? {
    guard let part = relationship.part else { return nil }
    if contains(part) { return part }
    guard let fromRoot = PartName(relationship.target, relativeTo: nil), contains(fromRoot) else {
      return nil
    }
    return fromRoot
  }

  /// The main part of a package of the kind `expected`.
  ///
  /// - Throws: ``OPCError`` if there is none, or the package is of another kind.
  package func mainPart(expecting expected: PackageKind) throws -> PartName {
    let main = try mainPart
    let found = try kind(of: main)
    guard found == expected else { throw OPCError.wrongKind(found, expected: expected) }
    return main
  }

  /// The main part, such as `/xl/workbook.xml`.
  ///
  /// - Throws: ``OPCError/missingMainPart`` if no relationship leads to one and none has the usual name.
  package var mainPart: PartName {
    get throws {
      let named = try relationships().all("officeDocument").lazy.compactMap { self.part($0) }.first
      if let named { return named }
      let usual = ["/xl/workbook.xml", "/xl/workbook.bin", "/word/document.xml"].lazy
        .compactMap { PartName($0) }.first { self.contains($0) }
      guard let usual else { throw OPCError.missingMainPart }
      return usual
    }
  }

  /// The kind of the package with the main part `main`.
  ///
  /// The usual names determine the kind; for other names the content type does.
  private func kind(of main: PartName) throws -> PackageKind {
    switch main.key {
    case "/xl/workbook.xml": return .workbook
    case "/xl/workbook.bin": return .binaryWorkbook
    case "/word/document.xml": return .document
    case "/ppt/presentation.xml": return .presentation
    default: return try contentType(of: main).map { PackageKind(contentType: $0) } ?? .unknown
    }
  }

  private func contentTypes() throws -> ContentTypes {
    if let loadedTypes { return loadedTypes }
    let types = contains(.contentTypes) ? ContentTypes(try element(.contentTypes)) : ContentTypes()
    loadedTypes = types
    return types
  }
}
