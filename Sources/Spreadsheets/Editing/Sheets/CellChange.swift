/// A change of a cell.
struct CellChange {
  enum Content {
    /// The cell gets this content.
    case content(CellContent)
    /// The cell keeps its formula and gets this cached value.
    case stored(StoredValue?)
  }

  var content: Content?
  var style = StyleChange()
}
