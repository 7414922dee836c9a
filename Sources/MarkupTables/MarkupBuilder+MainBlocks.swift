import Grids

extension MarkupBuilder {
  /// The blocks of the document's main part, or all where there is no table to tell it by.
  ///
  /// The main part is the innermost container that holds all tables with at least two cells and, where
  /// the document has it, text before and after them.
  var mainBlocks: [GridDocument.Block] {
    let tables = pieces.indices.filter { index in
      if case .table(let grid) = pieces[index].block { return grids[grid].count > 1 }
      return false
    }
    guard let first = tables.first, let last = tables.last else { return pieces.map(\.block) }
    var main = pieces[first].container
    for index in tables { main = commonContainer(main, pieces[index].container) }
    while main != 0 {
      let before = pieces[..<first].contains { isInside($0.container, main) }
      let after = pieces[(last + 1)...].contains { isInside($0.container, main) }
      if before && after { break }
      main = containers[main]
    }
    return pieces.filter { isInside($0.container, main) }.map(\.block)
  }

  private func isInside(_ container: Int, _ outer: Int) -> Bool {
    var inner = container
    while inner > outer { inner = containers[inner] }
    return inner == outer
  }

  /// A container's number is always above its parent's.
  private func commonContainer(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while left != right {
      if left > right { left = containers[left] } else { right = containers[right] }
    }
    return left
  }
}
