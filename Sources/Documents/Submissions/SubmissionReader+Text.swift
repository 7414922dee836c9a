import DelimitedText
import Diagnostics
import OpenPackaging

extension SubmissionReader {
  /// Reads CSV or TSV as one grid of texts.
  func readDelimitedText(_ file: Input) throws -> GridDocument {
    var options = DelimitedReader.Options()
    options.encoding = try namedEncoding()
    options.limits = limits
    if file.nameExtension == "tsv" { options.dialect = .tab }
    var reader = try DelimitedReader(file.source(), options: options)
    var cells: [GridCell] = []
    while try reader.next() {
      for index in 0..<reader.fieldCount {
        let text = reader.text(at: index)
        if text.isEmpty { continue }
        let reference = GridReference(row: reader.row, column: index + 1)
        cells.append(GridCell(reference, .text(text)))
      }
      try limits.check(.gridCells, cells.count)
    }
    return GridDocument(
      kind: reader.dialect == .tab ? "tsv" : "csv", encoding: reader.encoding?.name,
      grids: [Grid(name: "", origin: .delimited, cells: cells)])
  }

  /// Reads a Word document.
  func readWordDocument(_ file: Input, _ container: OPCPackage?) throws -> GridDocument {
    try WordDocument.read(container ?? file.package(limits: limits))
  }

  /// Reads a web page.
  func readWebPage(_ file: Input) throws -> GridDocument {
    let bytes = try file.bytes(limits: limits)
    let (text, encoding) = try pageText(bytes)
    return try HTMLDocument.read(Array(text.utf8), encoding: encoding.name, limits: limits)
  }

  /// Reads plain text, such as that of a PDF.
  func readPlainText(_ file: Input) throws -> GridDocument {
    let (text, encoding) = try TextDecoder.text(
      of: file.bytes(limits: limits), encoding: namedEncoding(), limits: limits)
    return try TextDocument.read(text, encoding: encoding.name, limits: limits)
  }

  /// Decodes a page.
  ///
  /// A named encoding takes precedence. A declared encoding is used only if it cannot be detected, since
  /// pages often declare another encoding than their own; otherwise the bytes decide. A Chinese page is never
  /// in a single-byte Western encoding, whatever it declares.
  private func pageText(_ bytes: [UInt8]) throws -> (text: String, encoding: TextEncoding) {
    if let named = try namedEncoding() {
      return try TextDecoder.text(of: bytes, encoding: named, limits: limits)
    }
    let declared = HTMLCharset.declared(in: bytes).flatMap { try? TextEncoding(named: $0) }
    let isDetectable =
      declared.map { encoding in
        let name = encoding.name.uppercased()
        return encoding == .utf8
          || ["GB", "ISO-8859", "WINDOWS-125", "CP125", "LATIN", "US-ASCII"].contains {
            name.hasPrefix($0)
          }
      } ?? true
    if let declared, !isDetectable, !isUnmistakable(bytes),
      let decoded = try? TextDecoder.text(of: bytes, encoding: declared, limits: limits)
    {
      return decoded
    }
    return try TextDecoder.text(of: bytes, limits: limits)
  }

  /// Whether the bytes are UTF-8 beyond ASCII: text in another encoding is never valid UTF-8 by chance.
  private func isUnmistakable(_ bytes: [UInt8]) -> Bool {
    bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
  }
}
