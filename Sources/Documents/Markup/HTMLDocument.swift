package import Diagnostics
import XMLStreams

/// A web page as grids and paragraphs.
package enum HTMLDocument {
  /// Reads a page whose text has been decoded to UTF-8.
  ///
  /// What is not shown is left out; of a form control, what it shows is read. A table that only places
  /// other tables on the page becomes paragraphs. Where the page holds data tables, what stands outside the smallest
  /// container that has all of them and text around them (navigation, footers) is left out.
  ///
  /// - Throws: `LimitExceeded`.
  package static func read(
    _ bytes: [UInt8], encoding: String? = nil, limits: Limits = .standard
  ) throws -> GridDocument {
    let reader = HTMLReader(limits: limits, styles: HTMLStyleSheet(page: bytes))
    try HTMLParser.parse(bytes, handler: reader, limits: HTMLReader.parserLimits(limits))
    try reader.builder.finish()
    var document = GridDocument(
      kind: "html", producer: reader.generator, encoding: encoding, grids: reader.builder.grids,
      blocks: reader.builder.mainBlocks)
    let title = reader.title.trimmedOfSpace
    if !title.isEmpty { document.properties["title"] = title }
    return document
  }
}
