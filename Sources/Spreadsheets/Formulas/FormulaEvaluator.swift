/// Evaluates formulas over the cells that a program holds, as spreadsheet programs do.
///
/// It knows references, ranges, other sheets, defined names, all operators and the functions of
/// ``FormulaFunctions/names``, and does as Excel does. What it does not know, or what depends on a
/// program's settings, is ``FormulaResult/notEvaluated(_:)``, never a guess. Cells that a formula depends
/// on are evaluated first; where that is not possible their stored results count. Results are kept:
/// cells are taken not to change while the evaluator lives.
///
///     var evaluator = FormulaEvaluator(cells)
///     evaluator.result(of: CellReference("B5")!, onSheet: 0)  // .value(.number(42))
///
/// Source: ECMA-376-1:2016, 18.17.
public struct FormulaEvaluator<Source: FormulaSource> {
  /// How many expressions and cells may be under evaluation inside one another before a cell is put off.
  static var depthBound: Int { 64 }
  /// How many cells one evaluator reads at most, and values of blocks it works out: some seconds' work.
  static var workBound: Int { 10_000_000 }

  let source: Source
  private var results: [FormulaAddress: Result<CellValue, FormulaObstacle>] = [:]
  private var usedRanges: [Int: CellRange?] = [:]
  private var underway: Set<FormulaAddress> = []
  private var depth = 0
  private var work = 0

  /// Makes an evaluator over `source`.
  public init(_ source: Source) { self.source = source }

  /// What the formula of a cell comes to; for a cell without one, what the cell holds.
  ///
  /// - Complexity: O(*n*) in the number of cells that it depends on.
  public mutating func result(of reference: CellReference, onSheet sheet: Int) -> FormulaResult {
    let address = FormulaAddress(sheet: sheet, reference: reference)
    var pending = [address]
    while let top = pending.last {
      do throws(FormulaInterruption) {
        _ = try evaluated(top)
        pending.removeLast()
      } catch {
        switch error {
        case .needs(let cell) where !pending.contains(cell): pending.append(cell)
        case .needs(let cell): results[cell] = .failure(.cycle)
        case .error, .obstacle: pending.removeLast()
        }
      }
    }
    switch results[address] {
    case .success(let value): return .value(value)
    case .failure(let obstacle): return .notEvaluated(obstacle)
    case nil: return .value(source.cell(at: reference, onSheet: sheet).value)
    }
  }

  /// What `formula` comes to, as if it stood in the cell `reference`.
  public mutating func evaluate(
    _ formula: String, at reference: CellReference, onSheet sheet: Int
  ) -> FormulaResult {
    let address = FormulaAddress(sheet: sheet, reference: reference)
    while true {
      do throws(FormulaInterruption) {
        return .value(try value(of: formula, at: address))
      } catch {
        switch error {
        case .error(let error): return .value(.error(error))
        case .obstacle(let obstacle): return .notEvaluated(obstacle)
        case .needs(let cell): _ = result(of: cell.reference, onSheet: cell.sheet)
        }
      }
    }
  }

  /// What the formula of a cell comes to, kept for the next time.
  ///
  /// A cell without a formula has no result of its own, and its value is not kept.
  private mutating func evaluated(_ address: FormulaAddress) throws(FormulaInterruption)
    -> CellValue
  {
    if let result = results[address] {
      switch result {
      case .success(let value): return value
      case .failure(let obstacle): throw .obstacle(obstacle)
      }
    }
    let cell = source.cell(at: address.reference, onSheet: address.sheet)
    guard let formula = cell.formula else { return cell.value }
    guard depth < Self.depthBound else { throw .needs(address) }
    guard underway.insert(address).inserted else { throw .obstacle(.cycle) }
    defer { underway.remove(address) }
    do throws(FormulaInterruption) {
      let value = try value(of: formula, at: address)
      results[address] = .success(value)
      return value
    } catch {
      switch error {
      case .error(let error):
        results[address] = .success(.error(error))
        return .error(error)
      case .obstacle(let obstacle): results[address] = .failure(obstacle)
      case .needs: break
      }
      throw error
    }
  }

  private mutating func value(
    of formula: String, at address: FormulaAddress
  ) throws(FormulaInterruption) -> CellValue {
    let expression: FormulaExpression
    do throws(FormulaObstacle) {
      expression = try FormulaParser.parse(formula)
    } catch { throw .obstacle(error) }
    let value = try single(expression, at: address)
    // A formula that only refers to an empty cell shows 0.
    return value == .empty ? .number(0) : value
  }

  /// What a cell holds, for a formula that reads it: its fresh result, or else its stored one.
  ///
  /// - Throws: An obstacle where a formula has neither; never an error, which is returned.
  mutating func read(_ reference: CellReference, onSheet sheet: Int) throws(FormulaInterruption)
    -> CellValue
  {
    try spend(1)
    do throws(FormulaInterruption) {
      let value = try evaluated(FormulaAddress(sheet: sheet, reference: reference))
      if case .dateText(let text) = value { throw .obstacle(.unclearNumber(text)) }
      return value
    } catch {
      guard case .obstacle(let obstacle) = error, obstacle != .cycle, obstacle != .tooLarge else {
        throw error
      }
      let stored = source.cell(at: reference, onSheet: sheet)
      guard stored.formula != nil, stored.value != .empty else { throw error }
      return stored.value
    }
  }

  /// Counts so many cells or values as worked on.
  ///
  /// - Throws: An obstacle where that is more than is reasonable.
  mutating func spend(_ count: Int) throws(FormulaInterruption) {
    work += count
    guard work <= Self.workBound else { throw .obstacle(.tooLarge) }
  }

  /// What a sheet uses; the source is asked once.
  mutating func usedRange(ofSheet sheet: Int) -> CellRange? {
    if let range = usedRanges[sheet] { return range }
    let range = source.usedRange(ofSheet: sheet)
    usedRanges[sheet] = .some(range)
    return range
  }

  /// Evaluates one level deeper, as long as the stack surely holds.
  mutating func deeper<Value>(
    _ body: (inout Self) throws(FormulaInterruption) -> Value
  ) throws(FormulaInterruption) -> Value {
    // Names that stand for each other go down here without coming by a cell.
    guard depth < 3 * Self.depthBound else { throw .obstacle(.tooLarge) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}
