/// What is to become of a cell.
struct CellChange {
  enum Content {
    /// The cell holds this, whatever it held.
    case content(CellContent)
    /// The cell keeps its formula, whose stored value is this.
    case stored(StoredValue?)
  }

  var content: Content?
  var style = StyleChange()
}
