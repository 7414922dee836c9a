extension MarkupBuilder {
  /// The blocks of the document's main part, or all blocks if no table identifies it.
  ///
  /// The main part is the innermost container of all tables with at least two cells and, if the document has
  /// it, of text before and after them.
  ///
  /// - Complexity: O(*n*) in pieces and containers.
  var mainBlocks: [GridDocument.Block] {
    let tables = pieces.indices.filter { index in
      if case .table(let grid) = pieces[index].block { return grids[grid].count > 1 }
      return false
    }
    guard let first = tables.first, let last = tables.last else { return pieces.map(\.block) }
    let inner = commonContainer(tables.lazy.map { pieces[$0].container })
    let shared = containersShared(with: inner)
    let before = pieces[..<first].lazy.map { shared[$0.container] }.max() ?? 0
    let after = pieces[(last + 1)...].lazy.map { shared[$0.container] }.max() ?? 0
    let main = min(inner, before, after)
    return pieces.filter { shared[$0.container] >= main }.map(\.block)
  }

  /// The innermost container that contains all of `inner`.
  ///
  /// A container's number is greater than its parent's and less than those of all that open later, so that
  /// the first and the last of several containers have the same containers in common as all of them.
  private func commonContainer(_ inner: some Collection<Int>) -> Int {
    var (left, right) = (inner.min() ?? 0, inner.max() ?? 0)
    while left != right {
      if left > right { left = containers[left] } else { right = containers[right] }
    }
    return left
  }

  /// For each container, the innermost one that contains it among `container` and those around `container`.
  private func containersShared(with container: Int) -> [Int] {
    var around: Set<Int> = [0]
    var outer = container
    while around.insert(outer).inserted { outer = containers[outer] }
    var shared: [Int] = []
    shared.reserveCapacity(containers.count)
    for (index, parent) in containers.enumerated() {
      shared.append(around.contains(index) ? index : shared[parent])
    }
    return shared
  }
}
