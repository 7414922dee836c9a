/// What one kind of input is put through.
///
/// A run ends the process where a promise is broken.
protocol FuzzTarget: SendableMetatype {
  /// The name that `make fuzz` and the folder of kept inputs have.
  static var name: String { get }
  /// Puts `bytes` through the code under test.
  static func run(_ bytes: [UInt8]) throws
}

/// Every target.
let fuzzTargets: [any FuzzTarget.Type] = [
  ZipTarget.self, MarkupTarget.self, SheetTarget.self, StringsTarget.self, StylesTarget.self,
  DelimitedTarget.self,
  FormatTarget.self, FormulaTarget.self, DefinitionTarget.self, PageTarget.self,
]

/// Ends the process where `condition` does not hold.
func promise(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
