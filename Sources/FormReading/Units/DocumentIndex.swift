import Documents

/// An index of a document for look-ups of one field after another: merged areas by cell, and the blocks of
/// tables.
final class DocumentIndex {
  let document: GridDocument
  private var merges: [Int: MergeIndex] = [:]
  private lazy var blocks: [Int: Int] = {
    var blocks: [Int: Int] = [:]
    for (place, block) in document.blocks.enumerated() {
      if case .table(let grid) = block { blocks[grid] = blocks[grid] ?? place }
    }
    return blocks
  }()

  init(_ document: GridDocument) { self.document = document }

  /// The merged area that contains the cell at `reference` of a grid, or the cell alone.
  func area(at reference: GridReference, in grid: Int) -> GridRange {
    let index = merges[grid] ?? MergeIndex(document.grids[grid].merges)
    merges[grid] = index
    return index.area(at: reference) ?? GridRange(reference)
  }

  /// The index of the block that contains a grid.
  func block(of grid: Int) -> Int? { blocks[grid] }
}
