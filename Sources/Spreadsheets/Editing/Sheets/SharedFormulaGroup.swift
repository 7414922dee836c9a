/// The cells of a sheet that share one formula.
///
/// Source: ECMA-376-1:2016, 18.3.1.40 `f`, attribute `si`.
struct SharedFormulaGroup {
  /// A cell of the group.
  struct Member {
    var cell: CellReference
    /// The `<f>` element, from tag to tag.
    var element: Range<Int>
    /// The start tag of that element.
    var tag: MarkupTag
    /// What stands in that element.
    var text: Range<Int>
  }

  /// The cell that holds the formula; the others follow it.
  var master: Member?
  /// The cells that only refer to the group, in the order of the sheet.
  var followers: [Member] = []
}
