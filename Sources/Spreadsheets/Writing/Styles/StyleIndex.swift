/// A style that a workbook being written knows; made by ``WorkbookWriter/style(_:)``.
public struct StyleIndex: Hashable, Sendable {
  /// The place of the format among the workbook's cell formats, from 0.
  ///
  /// Source: ECMA-376-1:2016, 18.8.10 `cellXfs`.
  let offset: Int

  /// The style of a cell that has none of its own.
  public static let standard = StyleIndex(offset: 0)
}
