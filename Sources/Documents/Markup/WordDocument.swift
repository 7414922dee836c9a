import Diagnostics
package import OpenPackaging
import XMLStreams

/// A Word document (.docx) as grids and paragraphs.
package enum WordDocument {
  /// Reads the main part of `package`: its tables and the text around them; headers, footnotes and comments
  /// are omitted.
  ///
  /// - Throws: `OPCError`, `ZipError` or `LimitExceeded`.
  package static func read(_ package: OPCPackage) throws -> GridDocument {
    let part = try package.mainPart(expecting: .document)
    let reader = WordReader(limits: package.limits, styles: styles(of: package, part))
    let bytes = try package.read(part)
    do {
      try XMLPushParser.parse(bytes, handler: reader, limits: package.limits)
      try reader.builder.finish()
    } catch let error as XMLError {
      throw OPCError.damagedPart(part, error)
    } catch let error as LimitExceeded {
      throw OPCError.beyondLimit(part, error)
    }
    let producer = try? package.properties.application["Application"]
    return GridDocument(
      kind: "docx", producer: producer,
      grids: reader.builder.grids, blocks: reader.builder.pieces.map(\.block))
  }

  /// The styles that the document's main part refers to.
  ///
  /// Most documents have no relevant styles; a damaged part counts as none.
  private static func styles(of package: OPCPackage, _ main: PartName) -> WordStyles {
    guard let link = try? package.relationships(of: main).first("styles"),
      let part = package.part(link), let bytes = try? package.read(part),
      WordStyles.mayMatter(bytes), let root = try? package.element(part)
    else { return WordStyles() }
    return WordStyles(root)
  }
}
