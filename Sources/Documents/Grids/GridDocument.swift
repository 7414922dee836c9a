/// The content of an input as grids and paragraphs, with its metadata.
package struct GridDocument: Sendable, Hashable {
  /// A piece of a text document, in reading order.
  package enum Block: Sendable, Hashable {
    /// A paragraph or heading.
    case paragraph(String)
    /// The table `grids[index]`.
    case table(index: Int)
  }

  /// A cell with a name in the input (a defined name of a workbook).
  package struct NamedCell: Sendable, Hashable {
    /// The index in ``GridDocument/grids``.
    package var grid: Int
    /// The cell.
    package var reference: GridReference

    /// Makes a named cell.
    package init(grid: Int, reference: GridReference) {
      self.grid = grid
      self.reference = reference
    }
  }

  /// The kind of input, such as `xlsx` or `csv`.
  package var kind: String
  /// The program that wrote it, if the input names it.
  package var producer: String?
  /// The name of the text encoding it was read in, for text inputs.
  package var encoding: String?
  /// Its grids, in the input's order.
  package var grids: [Grid]
  /// Paragraphs and tables in reading order; empty for workbooks and CSV, whose prose is in cells.
  package var blocks: [Block]
  /// Names of single cells, by name.
  package var names: [String: NamedCell]
  /// Custom document properties, by name.
  package var properties: [String: String]

  /// Makes a document.
  package init(
    kind: String, producer: String? = nil, encoding: String? = nil, grids: [Grid] = [],
    blocks: [Block] = [], names: [String: NamedCell] = [:], properties: [String: String] = [:]
  ) {
    self.kind = kind
    self.producer = producer
    self.encoding = encoding
    self.grids = grids
    self.blocks = blocks
    self.names = names
    self.properties = properties
  }
}
