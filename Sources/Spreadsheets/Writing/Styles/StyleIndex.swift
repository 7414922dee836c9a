/// A style registered by ``WorkbookWriter/style(_:)`` or ``WorkbookEditor/style(_:)``; only valid in that
/// workbook.
public struct StyleIndex: Hashable, Sendable {
  private let place: UInt32
  private let workbook: WorkbookIdentity

  /// The style at `offset` among the cell formats of `workbook`; the first is valid in every workbook.
  init(offset: Int, of workbook: WorkbookIdentity) {
    place = UInt32(truncatingIfNeeded: offset)
    self.workbook = offset == 0 ? .any : workbook
  }

  /// The index of the format among the workbook's cell formats, from 0.
  ///
  /// Source: ECMA-376-1:2016, 18.8.10 `cellXfs`.
  var offset: Int { Int(place) }

  /// Whether it can be used in `workbook`.
  func belongs(to workbook: WorkbookIdentity) -> Bool {
    self.workbook == workbook || self.workbook == .any
  }

  /// The style of a cell without its own style.
  public static let standard = StyleIndex(offset: 0, of: .any)
}
