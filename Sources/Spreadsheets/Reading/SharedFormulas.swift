import Limits
import XMLStreams

/// The formulas of a sheet that cells share: each is written out once and moves with its cells.
///
/// Source: ECMA-376-1:2016, 18.3.1.40 `f`, attribute `si`.
struct SharedFormulas {
  /// The group that a formula with the attributes `t` and `si` belongs to; nil where it has its own.
  static func group(t: XMLSlice?, si: XMLSlice?) -> UInt32? {
    guard let t, t == "shared", let si else { return nil }
    return UInt32(si.string)
  }

  private struct Master {
    var formula: [UInt8]
    var origin: CellReference
  }

  private var masters: [UInt32: Master] = [:]
  private var byteCount = 0

  /// Remembers the formula of group `group`, which stands in the cell `origin`.
  mutating func define(
    _ group: UInt32, _ formula: UnsafeBufferPointer<UInt8>, at origin: CellReference,
    limits: Limits
  ) throws {
    byteCount += formula.count
    try limits.check(.formulaBytes, byteCount)
    masters[group] = Master(formula: Array(formula), origin: origin)
  }

  /// Appends the formula of group `group` as it reads in `cell`; nothing for an unknown group.
  func append(_ group: UInt32, at cell: CellReference, to bytes: inout [UInt8]) {
    guard let master = masters[group] else { return }
    let move = FormulaMove(
      rows: cell.row - master.origin.row, columns: cell.column - master.origin.column)
    move.append(master.formula, to: &bytes)
  }
}
