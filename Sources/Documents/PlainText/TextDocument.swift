package import Diagnostics

/// Plain text, such as the text of a PDF, as one grid of its lines and a list of its paragraphs.
///
/// Each line is a row of the grid; bars, tabs, and runs of two or more spaces separate its cells, and numbers
/// at a line's end are cells of their own; a blank between two bars is a cell with an empty text. The reader
/// of the grid determines which line is part of which table.
package enum TextDocument {
  /// Reads `text`.
  ///
  /// - Throws: `LimitExceeded` of `rows`, `columns` or `grid-cells`.
  /// - Complexity: O(n) in the length of the text.
  package static func read(
    _ text: String, encoding: String? = nil, limits: Limits = .standard
  ) throws -> GridDocument {
    try limits.check(.rows, TextLines.count(in: text))
    var lines: [TextLine] = []
    var cells: [GridCell] = []
    for (index, line) in TextLines.split(text).enumerated() where !TextLines.isPageNumber(line) {
      try limits.check(.columns, LineFields.most(in: line))
      let fields = LineFields.split(line)
      lines.append(TextLine(line, fields: fields.count))
      for (column, field) in fields.enumerated() {
        cells.append(
          GridCell(GridReference(row: index + 1, column: column + 1), .text(field)))
      }
      try limits.check(.gridCells, cells.count)
    }
    let grid = Grid(name: "", origin: .lines, cells: cells)
    return GridDocument(
      kind: "txt", encoding: encoding, grids: [grid],
      blocks: Paragraphs.join(lines).map(GridDocument.Block.paragraph))
  }
}
