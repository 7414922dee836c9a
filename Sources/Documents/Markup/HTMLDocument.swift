package import Diagnostics
import XMLStreams

/// A web page as grids and paragraphs.
package enum HTMLDocument {
  /// Reads a page whose text has been decoded to UTF-8.
  ///
  /// Content that is not displayed is omitted; of a form control, the displayed text is read. A table that
  /// only places other tables on the page becomes paragraphs. If the page contains data tables, content
  /// outside the smallest container that has all of them and text around them (navigation, footers) is
  /// omitted.
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
