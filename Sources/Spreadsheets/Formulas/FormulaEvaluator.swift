public import Diagnostics

/// Evaluates formulas over a program's cells, as spreadsheet programs do.
///
/// It supports references, ranges, other sheets, defined names, all operators and the functions of
/// ``FormulaFunctions/names``, as Excel does. Unsupported formulas, and those that depend on a program's
/// settings, return ``FormulaResult/notEvaluated(_:)``, never a guess. Cells that a formula depends on are
/// evaluated first; if that is not possible, their cached values are used. Results are kept: cells must not
/// change during the evaluator's lifetime.
///
/// Formulas that depend on each other wait in a list, not on the call stack, so neither long chains nor
/// cycles exhaust it. The total work of an evaluator is bounded by ``Limit/formulaWork``; beyond that nothing
/// is evaluated.
///
///     var evaluator = FormulaEvaluator(cells)
///     evaluator.result(of: CellReference("B5")!, onSheet: 0)  // .value(.number(42))
///
/// Source: ECMA-376-1:2016, 18.17.
public struct FormulaEvaluator {
  /// The state of a cell with a formula.
  private enum State {
    case underway
    case value(CellValue)
    case failed(UnsupportedReason)
  }

  let source: any FormulaSource
  private let workBound: Int
  private var work = 0
  private var states: [FormulaAddress: State] = [:]
  private var usedRanges: [Int: CellRange?] = [:]
  private var programs = FormulaPrograms()
  /// The formulas being evaluated; each is needed by the one before it.
  private var frames: [FormulaFrame] = []
  private var namesUnderway: Set<FormulaFrame.NameUse> = []
  /// The operands of all formulas being evaluated.
  private var operands: [FormulaOperand] = []

  /// Makes an evaluator over `source`, with its work bounded by `limits`.
  public init(_ source: any FormulaSource, limits: Limits = .standard) {
    self.source = source
    workBound = limits[.formulaWork]
  }

  /// The result of a cell's formula, or the value of a cell without a formula.
  ///
  /// - Complexity: O(*n*) in the cells and formulas that it depends on and that are not yet evaluated.
  public mutating func result(of reference: CellReference, onSheet sheet: Int) -> FormulaResult {
    let address = FormulaAddress(sheet: sheet, reference: reference)
    if states[address] == nil {
      let cell = source.cell(at: reference, onSheet: sheet)
      guard let formula = cell.formula else { return .value(cell.value) }
      enter(formula, at: address)
      run()
    }
    switch states[address] {
    case .value(let value): return .value(value)
    case .failed(let unsupportedReason): return .notEvaluated(unsupportedReason)
    case .underway, nil: return .notEvaluated(.limit(workExceeded))
    }
  }

  /// The result of `formula` as if it were in the cell `reference`.
  public mutating func evaluate(
    _ formula: String, at reference: CellReference, onSheet sheet: Int
  ) -> FormulaResult {
    let address = FormulaAddress(sheet: sheet, reference: reference)
    do throws(FormulaFailure) {
      let program = try program(of: CellFormula(formula))
      begin(FormulaFrame(.formula, address, program, .none, base: operands.count))
    } catch { return Self.result(of: .failure(error)) }
    return Self.result(of: run() ?? .failure(.unsupportedReason(.limit(workExceeded))))
  }

  private static func result(of operand: FormulaOperand) -> FormulaResult {
    switch operand {
    case .value(let value): .value(value)
    case .failure(.error(let error)): .value(.error(error))
    case .failure(.unsupportedReason(let unsupportedReason)): .notEvaluated(unsupportedReason)
    case .failure(.needs), .area, .array, .omitted: .value(.empty)
    }
  }
}

extension FormulaEvaluator {
  private var workExceeded: LimitExceeded { LimitExceeded(limit: .formulaWork, bound: workBound) }

  /// Counts work on a number of cells, steps or values.
  ///
  /// - Throws: An `UnsupportedReason` if the total work exceeds the limit.
  mutating func spend(_ count: Int) throws(FormulaFailure) {
    work += count
    guard work <= workBound else { throw .unsupportedReason(.limit(workExceeded)) }
  }

  /// Counts the work on a text, which is proportional to its length.
  mutating func spend(on value: CellValue) throws(FormulaFailure) {
    guard case .text(let text) = value else { return }
    try spend(text.utf8.count / 4)
  }

  private mutating func program(
    of formula: CellFormula
  ) throws(FormulaFailure) -> FormulaProgram {
    if let known = programs[formula.shared] { return try known.orFailure() }
    try spend(formula.written.utf8.count)
    let program = FormulaPrograms.Outcome(formula.written)
    if let shared = formula.shared { programs.keep(program, for: shared) }
    return try program.orFailure()
  }

  /// Starts the evaluation of a cell's formula.
  private mutating func enter(_ formula: CellFormula, at address: FormulaAddress) {
    do throws(FormulaFailure) {
      let program = try program(of: formula)
      states[address] = .underway
      begin(FormulaFrame(.cell, address, program, formula.move, base: operands.count))
    } catch {
      end(address, with: .failure(error))
    }
  }

  private mutating func begin(_ frame: FormulaFrame) { frames.append(frame) }

  /// Stores the result of a cell's formula.
  private mutating func end(_ address: FormulaAddress, with operand: FormulaOperand) {
    switch Self.result(of: operand) {
    case .value(let value): states[address] = .value(value)
    case .notEvaluated(let unsupportedReason): states[address] = .failed(unsupportedReason)
    }
  }

  /// Evaluates all formulas that have been started.
  ///
  /// - Returns: The result of the first of them; nil if the work exceeds the limit.
  @discardableResult
  private mutating func run() -> FormulaOperand? {
    var outcome: FormulaOperand?
    while let frame = frames.last {
      guard work <= workBound else {
        abandon()
        return nil
      }
      if frame.preparation != nil, prepares() { continue }
      if frame.step < frame.program.steps.count {
        perform(frame.program.steps[frame.step], of: frame)
      } else {
        outcome = end(frame)
      }
    }
    return outcome
  }

  /// Abandons all formulas that have been started.
  private mutating func abandon() {
    for frame in frames where frame.purpose == .cell {
      states[frame.address] = .failed(.limit(workExceeded))
    }
    frames = []
    operands = []
    namesUnderway = []
  }

  /// Ends a formula after its last step, unless its result is a cell that must be evaluated first.
  private mutating func end(_ frame: FormulaFrame) -> FormulaOperand? {
    guard case .name(let use) = frame.purpose else {
      settle(1) { evaluator throws(FormulaFailure) in
        let value = try evaluator.single(evaluator.operands[frame.base])
        // The result of a formula that only refers to an empty cell is 0.
        return .value(value == .empty ? .number(0) : value)
      }
      guard frames[frames.count - 1].preparation == nil else { return nil }
      frames.removeLast()
      let outcome = operands.removeLast()
      if frame.purpose == .cell { end(frame.address, with: outcome) }
      return outcome
    }
    namesUnderway.remove(use)
    frames.removeLast()
    frames[frames.count - 1].step += 1
    return nil
  }
}

extension FormulaEvaluator {
  /// Performs a step of the last formula.
  private mutating func perform(_ step: FormulaProgram.Step, of frame: FormulaFrame) {
    work += 1
    let program = frame.program
    switch step {
    case .constant(let index):
      let constant = program.constants[Int(index)]
      if case .error(let error) = constant {
        push(.failure(.error(error)))
      } else {
        push(.value(constant))
      }
    case .omitted: push(.omitted)
    case .unsupportedReason(let index):
      push(.failure(.unsupportedReason(program.unsupportedReasons[Int(index)])))
    case .area(let index):
      let area = program.areas[Int(index)]
      settle(0) { evaluator throws(FormulaFailure) in
        .area(try evaluator.cells(of: area, frame))
      }
    case .name(let index): enter(program.names[Int(index)], frame)
    case .negate(let count):
      settle(1) { evaluator throws(FormulaFailure) in
        let number = try evaluator.single(evaluator.last).number()
        return .value(.number(count.isMultiple(of: 2) ? number : -number))
      }
    case .percent(let count):
      settle(1) { evaluator throws(FormulaFailure) in
        var number = try evaluator.single(evaluator.last).number()
        for _ in 0..<count where number != 0 { number /= 100 }
        return .value(.number(number))
      }
    case .apply(let operation):
      settle(2) { evaluator throws(FormulaFailure) in
        let left = try evaluator.single(evaluator.operands[evaluator.operands.count - 2])
        let right = try evaluator.single(evaluator.last)
        return .value(try left.applying(operation, right))
      }
    case .negateEach(let count):
      settle(1) { evaluator throws(FormulaFailure) in
        let sign = CellValue.number(count.isMultiple(of: 2) ? 1 : -1)
        return .array(
          try evaluator.applyingEach(.multiply, evaluator.last, .value(sign)))
      }
    case .applyEach(let operation):
      settle(2) { evaluator throws(FormulaFailure) in
        let left = evaluator.operands[evaluator.operands.count - 2]
        return .array(try evaluator.applyingEach(operation, left, evaluator.last))
      }
    case .jump(let target): frames[frames.count - 1].step = Int(target)
    case .branch(let otherwise, let end): branch(otherwise: Int(otherwise), end: Int(end))
    case .rescue(let onlyNotAvailable, let end):
      rescue(onlyNotAvailable: onlyNotAvailable, end: Int(end))
    case .zeroForEmpty:
      settle(1) { evaluator throws(FormulaFailure) in
        let value = try evaluator.single(evaluator.last)
        return .value(value == .empty ? .number(0) : value)
      }
    case .call(let function, let count):
      settle(Int(count)) { evaluator throws(FormulaFailure) in
        let arguments = Array(evaluator.operands.suffix(Int(count)))
        return .value(
          try evaluator.call(
            FormulaCall(function: function, arguments: arguments, address: frame.address)))
      }
    }
  }

  private var last: FormulaOperand { operands[operands.count - 1] }

  private mutating func push(_ operand: FormulaOperand) {
    operands.append(operand)
    frames[frames.count - 1].step += 1
  }

  /// Replaces the last `count` operands by the result of `body`, and advances to the next step.
  ///
  /// If `body` needs a cell that is not evaluated, that cell is evaluated and the step is repeated.
  private mutating func settle(
    _ count: Int, _ body: (inout Self) throws(FormulaFailure) -> FormulaOperand
  ) {
    let operand: FormulaOperand
    do throws(FormulaFailure) {
      operand = try body(&self)
      if case .value(let value) = operand { try spend(on: value) }
    } catch {
      if case .needs = error { return prepare(count) }
      operands.removeLast(count)
      return push(.failure(error))
    }
    operands.removeLast(count)
    push(operand)
  }

  /// IF: continues with the selected branch.
  private mutating func branch(otherwise: Int, end: Int) {
    var next = otherwise
    settle(1) { evaluator throws(FormulaFailure) in
      .value(.boolean(try evaluator.single(evaluator.last).truth()))
    }
    guard frames[frames.count - 1].preparation == nil else { return }
    switch last {
    case .value(let value):
      if value == .boolean(true) { next = frames[frames.count - 1].step }
      operands.removeLast()
    default: next = end
    }
    frames[frames.count - 1].step = next
  }

  /// IFERROR and IFNA: continues with the second argument if the first is an error.
  private mutating func rescue(onlyNotAvailable: Bool, end: Int) {
    settle(1) { evaluator throws(FormulaFailure) in
      let value = try evaluator.single(evaluator.last)
      return .value(value == .empty ? .number(0) : value)
    }
    guard frames[frames.count - 1].preparation == nil else { return }
    if case .failure(.error(let error)) = last, !onlyNotAvailable || error == .notAvailable {
      operands.removeLast()
    } else {
      frames[frames.count - 1].step = end
    }
  }

  private func sheet(
    _ name: String?, _ frame: FormulaFrame
  ) throws(FormulaFailure) -> Int {
    guard let name else { return frame.address.sheet }
    guard let index = source.sheetIndex(named: name) else {
      throw .unsupportedReason(.unknownName(name))
    }
    return index
  }

  private mutating func cells(
    of area: FormulaArea, _ frame: FormulaFrame
  ) throws(FormulaFailure) -> FormulaCells {
    let sheet = try sheet(area.sheet, frame)
    let range = area.range(moved: frame.move)
    let isSingle = range.topLeft == range.bottomRight
    return FormulaCells(
      sheet: sheet, range: range,
      used: isSingle ? range : usedRange(ofSheet: sheet)?.intersection(range))
  }

  /// Starts the evaluation of a name's definition, from the cell that uses it.
  private mutating func enter(_ name: FormulaName, _ frame: FormulaFrame) {
    do throws(FormulaFailure) {
      let sheet = try sheet(name.sheet, frame)
      let program = try program(of: name.name, onSheet: sheet)
      let use = FormulaFrame.NameUse(
        program: ObjectIdentifier(program), address: frame.address)
      guard namesUnderway.insert(use).inserted else { throw .unsupportedReason(.cycle) }
      // A name's relative references are relative to A1 (18.2.5).
      let place = frame.address.reference
      let move = FormulaMove(rows: place.row - 1, columns: place.column - 1)
      begin(FormulaFrame(.name(use), frame.address, program, move, base: operands.count))
    } catch {
      push(.failure(error))
    }
  }

  private mutating func program(
    of name: String, onSheet sheet: Int
  ) throws(FormulaFailure) -> FormulaProgram {
    if let known = programs[name, sheet] { return try known.orFailure() }
    guard let definition = source.definition(ofName: name, onSheet: sheet) else {
      throw .unsupportedReason(.unknownName(name))
    }
    try spend(definition.utf8.count)
    let program = FormulaPrograms.Outcome(definition)
    programs.keep(program, for: name, sheet)
    return try program.orFailure()
  }
}

extension FormulaEvaluator {
  /// The single value of an operand; an error is thrown.
  ///
  /// A range of several cells has none: spreadsheet programs treat it differently.
  mutating func single(_ operand: FormulaOperand) throws(FormulaFailure) -> CellValue {
    let value: CellValue
    switch operand {
    case .value(let single): value = single
    case .omitted: value = .empty
    case .failure(let failure): throw failure
    case .area(let cells):
      guard cells.range.cellCount == 1 else {
        throw .unsupportedReason(.construct("\(cells.range)"))
      }
      value = try read(cells.range.topLeft, onSheet: cells.sheet)
    case .array(let array):
      guard array.values.count == 1, let first = array.values.first else {
        throw .unsupportedReason(.construct("{…}"))
      }
      value = first
    }
    if case .error(let error) = value { throw .error(error) }
    try spend(on: value)
    return value
  }

  /// The value of a cell for a formula that reads it: the new result, or else the cached value.
  ///
  /// - Throws: An `UnsupportedReason` if a formula has neither, or the cell that must be evaluated first;
  ///   never an error value, which is returned.
  mutating func read(
    _ reference: CellReference, onSheet sheet: Int
  ) throws(FormulaFailure) -> CellValue {
    let value = try value(of: reference, onSheet: sheet)
    try spend(1)
    try spend(on: value)
    if case .dateText(let text) = value { throw .unsupportedReason(.unclearNumber(text)) }
    return value
  }

  private func value(
    of reference: CellReference, onSheet sheet: Int
  ) throws(FormulaFailure) -> CellValue {
    let address = FormulaAddress(sheet: sheet, reference: reference)
    switch states[address] {
    case .value(let value): return value
    case .underway: throw .unsupportedReason(.cycle)
    case .failed(let unsupportedReason):
      switch unsupportedReason {
      case .cycle, .tooLarge, .limit: throw .unsupportedReason(unsupportedReason)
      default: break
      }
      let stored = source.cell(at: reference, onSheet: sheet).value
      guard stored != .empty else { throw .unsupportedReason(unsupportedReason) }
      return stored
    case nil:
      let cell = source.cell(at: reference, onSheet: sheet)
      guard cell.formula == nil else { throw .needs(address) }
      return cell.value
    }
  }

  /// Calls `body` with the value of each used cell of a range, row by row.
  mutating func forEach(
    in cells: FormulaCells, _ body: (CellValue) throws(FormulaFailure) -> Void
  ) throws(FormulaFailure) {
    guard let used = cells.used else { return }
    for row in used.rows {
      for column in used.columns {
        try body(try read(CellReference(row: row, column: column), onSheet: cells.sheet))
      }
    }
  }

  /// The used range of a sheet, read from the source once.
  mutating func usedRange(ofSheet sheet: Int) -> CellRange? {
    if let range = usedRanges[sheet] { return range }
    let range = source.usedRange(ofSheet: sheet)
    usedRanges[sheet] = .some(range)
    return range
  }

  /// Evaluates all cells that the current step reads through its `count` operands.
  private mutating func prepare(_ count: Int) {
    let top = frames.count - 1
    var areas = operands.suffix(count).compactMap { operand in
      if case .area(let cells) = operand { cells } else { nil }
    }
    let frame = frames[top]
    if frame.step < frame.program.steps.count,
      case .call(let function, 3) = frame.program.steps[frame.step],
      function == .sumIf || function == .averageIf, areas.count >= 2
    {
      // The third argument gives only the start of a range of the size of the first.
      areas[areas.count - 1] = areas[areas.count - 1].resized(like: areas[0])
    }
    frames[top].preparation = FormulaFrame.Preparation(areas)
  }

  /// Starts the next cell of a preparation that is not evaluated; returns whether there is one.
  private mutating func prepares() -> Bool {
    let top = frames.count - 1
    while let (place, sheet) = frames[top].preparation?.next() {
      work += 1
      let address = FormulaAddress(sheet: sheet, reference: place)
      guard states[address] == nil else { continue }
      if let formula = source.cell(at: place, onSheet: sheet).formula {
        enter(formula, at: address)
        return true
      }
      guard work <= workBound else { return true }
    }
    frames[top].preparation = nil
    return false
  }
}
