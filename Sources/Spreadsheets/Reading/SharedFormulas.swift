import Diagnostics
import XMLStreams

/// The shared formulas of a sheet: each is stored once, with an offset for each of its cells.
///
/// Source: ECMA-376-1:2016, 18.3.1.40 `f`, attribute `si`.
struct SharedFormulas {
  /// The group of a formula with the attributes `t` and `si`; nil if it is not shared.
  static func group(t: XMLSlice?, si: XMLSlice?) -> UInt32? {
    guard let t, t == "shared", let si else { return nil }
    return UInt32(si.string)
  }

  private struct Master {
    let formula: CellFormula.Shared
    let byteCount: Int
    let origin: CellReference
  }

  private var masters: [UInt32: Master] = [:]
  private var byteCount = 0

  /// Stores the formula of group `group`, whose master cell is `origin`.
  mutating func define(
    _ group: UInt32, _ formula: UnsafeBufferPointer<UInt8>, at origin: CellReference
  ) {
    var bytes: [UInt8] = []
    EscapedText.append(formula, to: &bytes)
    masters[group] = Master(
      formula: CellFormula.Shared(String(decoding: bytes, as: UTF8.self)), byteCount: bytes.count,
      origin: origin)
  }

  /// The formula of group `group`, and the offset of `cell` from its master; nil for an unknown group.
  ///
  /// - Throws: `LimitExceeded` if the formulas of all cells together are too long.
  mutating func formula(
    of group: UInt32, at cell: CellReference, limits: Limits
  ) throws -> (CellFormula.Shared, FormulaMove)? {
    guard let master = masters[group] else { return nil }
    byteCount += master.byteCount
    try limits.check(.formulaBytes, byteCount)
    let move = FormulaMove(
      rows: cell.row - master.origin.row, columns: cell.column - master.origin.column)
    return (master.formula, move)
  }
}
