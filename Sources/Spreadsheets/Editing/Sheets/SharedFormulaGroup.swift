/// The cells of a sheet that share one formula.
///
/// Source: ECMA-376-1:2016, 18.3.1.40 `f`, attribute `si`.
struct SharedFormulaGroup {
  /// A cell of the group.
  struct Member {
    var cell: CellReference
    /// The range of the `<f>` element with its tags.
    var element: Range<Int>
    /// The start tag of the element.
    var tag: MarkupTag
    /// The content of the element.
    var text: Range<Int>
  }

  /// The master cell, which contains the formula.
  var master: Member?
  /// The cells that only refer to the group, in sheet order.
  var followers: [Member] = []
}
