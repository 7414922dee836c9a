extension FormulaProgram {
  /// Builds a program while a formula is parsed from left to right.
  ///
  /// Operators wait until their right operand is complete; parentheses and functions wait for their end.
  struct Builder {
    private enum Pending {
      case operation(FormulaOperator)
      case negate(UInt32)
      case parenthesis
      case call(Call)
    }

    private struct Call {
      let name: String
      /// The first step of the call.
      let start: Int
      let isLazy: Bool
      var argumentCount = 0
      /// The indices of the jumps to the end of the call.
      var jumps: [Int] = []
      /// The index of the jump over the second argument of IF.
      var branch: Int?
    }

    private var steps: [Step] = []
    private var constants: [CellValue] = []
    private var areas: [FormulaArea] = []
    private var names: [FormulaName] = []
    private var unsupportedReasons: [UnsupportedReason] = []
    private var pending: [Pending] = []
    /// For each open call, whether operators in it work value by value.
    private var blockCalls: [Bool] = []

    /// The number of open parentheses and calls.
    private(set) var depth = 0

    private var isEach: Bool { blockCalls.last ?? false }

    mutating func add(_ value: CellValue) {
      constants.append(value)
      steps.append(.constant(UInt32(constants.count - 1)))
    }

    mutating func add(_ area: FormulaArea) {
      areas.append(area)
      steps.append(.area(UInt32(areas.count - 1)))
    }

    mutating func add(_ name: FormulaName) {
      names.append(name)
      steps.append(.name(UInt32(names.count - 1)))
    }

    /// Adds minus signs before the next operand.
    mutating func negate(_ count: Int) { pending.append(.negate(UInt32(count))) }

    /// Completes the last operand, which is followed by percent signs.
    mutating func endOperand(percents: Int) {
      if percents > 0 { steps.append(.percent(UInt32(percents))) }
      guard case .negate(let count) = pending.last else { return }
      pending.removeLast()
      steps.append(isEach ? .negateEach(count) : .negate(count))
    }

    /// Adds an operator after an operand.
    mutating func add(_ operation: FormulaOperator) {
      complete(level: operation.level)
      pending.append(.operation(operation))
    }

    /// Completes the operators with a precedence of at least `level`.
    private mutating func complete(level: Int) {
      while case .operation(let waiting) = pending.last, waiting.level >= level {
        pending.removeLast()
        steps.append(isEach ? .applyEach(waiting) : .apply(waiting))
      }
    }

    mutating func openParenthesis() {
      depth += 1
      pending.append(.parenthesis)
    }

    mutating func openCall(_ name: String) {
      depth += 1
      let function = FormulaFunction(rawValue: name)
      blockCalls.append(function == .sumProduct)
      pending.append(.call(Call(name: name, start: steps.count, isLazy: function?.isLazy ?? false)))
    }

    /// What is open: nothing, a parenthesis, or the arguments of a function.
    enum Opening { case none, parenthesis, call }

    /// Completes the last expression, and returns what contains it.
    mutating func endExpression() -> Opening {
      complete(level: 0)
      switch pending.last {
      case .parenthesis: return .parenthesis
      case .call: return .call
      default: return .none
      }
    }

    /// Closes the open parenthesis.
    mutating func closeParenthesis() {
      depth -= 1
      pending.removeLast()
    }

    /// Ends an argument of the open function.
    mutating func endArgument(isOmitted: Bool) {
      guard case .call(var call) = pending.last else { return }
      if isOmitted { steps.append(.omitted) }
      call.argumentCount += 1
      if call.isLazy { endLazyArgument(&call, isOmitted: isOmitted) }
      pending[pending.count - 1] = .call(call)
    }

    /// Adds the steps for IF, IFERROR and IFNA, which evaluate only the selected argument.
    private mutating func endLazyArgument(_ call: inout Call, isOmitted: Bool) {
      let isIf = call.name == FormulaFunction.if.rawValue
      switch call.argumentCount {
      case 1 where isIf:
        call.branch = steps.count
        steps.append(.branch(otherwise: 0, end: 0))
      case 1:
        call.jumps.append(steps.count)
        let isNotAvailable = call.name == FormulaFunction.ifNotAvailable.rawValue
        steps.append(.rescue(onlyNotAvailable: isNotAvailable, end: 0))
      case 2 where isIf:
        if isOmitted { steps.append(.zeroForEmpty) }
        call.jumps.append(steps.count)
        steps.append(.jump(0))
        patch(call.branch, to: steps.count)
      case 3 where isIf:
        if isOmitted { steps.append(.zeroForEmpty) }
      default: steps.append(.zeroForEmpty)
      }
    }

    /// Closes the open function.
    mutating func closeCall() {
      guard case .call(let call) = pending.popLast() else { return }
      depth -= 1
      blockCalls.removeLast()
      guard let function = FormulaFunction(rawValue: call.name),
        function.arity.contains(call.argumentCount)
      else {
        steps.removeSubrange(call.start...)
        unsupportedReasons.append(.function(call.name))
        steps.append(.unsupportedReason(UInt32(unsupportedReasons.count - 1)))
        return
      }
      guard call.isLazy else {
        steps.append(.call(function, UInt8(call.argumentCount)))
        return
      }
      if function == .if, call.argumentCount == 2 { add(.boolean(false)) }
      for jump in call.jumps { patch(jump, to: steps.count) }
      if let branch = call.branch, case .branch(let otherwise, _) = steps[branch] {
        steps[branch] = .branch(otherwise: otherwise, end: UInt32(steps.count))
      }
    }

    /// Sets the target of the jump at the step `index`.
    private mutating func patch(_ index: Int?, to target: Int) {
      guard let index else { return }
      switch steps[index] {
      case .branch: steps[index] = .branch(otherwise: UInt32(target), end: 0)
      case .rescue(let onlyNotAvailable, _):
        steps[index] = .rescue(onlyNotAvailable: onlyNotAvailable, end: UInt32(target))
      case .jump: steps[index] = .jump(UInt32(target))
      default: break
      }
    }

    /// The program, after the end of the formula.
    func program() -> FormulaProgram {
      FormulaProgram(
        steps: steps, constants: constants, areas: areas, names: names,
        unsupportedReasons: unsupportedReasons)
    }
  }
}
