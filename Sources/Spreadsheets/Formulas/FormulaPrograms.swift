/// The programs of formulas that are used more than once: names and shared formulas.
struct FormulaPrograms {
  /// A program, or why there is none.
  enum Outcome {
    case program(FormulaProgram)
    case unsupportedReason(UnsupportedReason)

    /// Parses `formula`.
    init(_ formula: String) {
      do throws(UnsupportedReason) {
        self = .program(try FormulaParser.parse(formula))
      } catch {
        self = .unsupportedReason(error)
      }
    }

    func orFailure() throws(FormulaFailure) -> FormulaProgram {
      switch self {
      case .program(let program): return program
      case .unsupportedReason(let unsupportedReason): throw .unsupportedReason(unsupportedReason)
      }
    }
  }

  private struct NameKey: Hashable {
    let name: String
    let sheet: Int
  }

  private var names: [NameKey: Outcome] = [:]
  /// The formula is kept as well, so that its identity stays unique.
  private var shared: [ObjectIdentifier: (formula: CellFormula.Shared, outcome: Outcome)] = [:]

  subscript(name: String, sheet: Int) -> Outcome? { names[NameKey(name: name, sheet: sheet)] }

  subscript(formula: CellFormula.Shared?) -> Outcome? {
    formula.flatMap { shared[ObjectIdentifier($0)]?.outcome }
  }

  mutating func keep(_ outcome: Outcome, for name: String, _ sheet: Int) {
    names[NameKey(name: name, sheet: sheet)] = outcome
  }

  mutating func keep(_ outcome: Outcome, for formula: CellFormula.Shared) {
    shared[ObjectIdentifier(formula)] = (formula, outcome)
  }
}
