import DelimitedText

/// Counts the cells with content, and prints only their number.
final class CellCountOutput: ConvertOutput {
  private(set) var count = 0
  private let write: (String) throws -> Void

  init(_ write: @escaping (String) throws -> Void) { self.write = write }

  var wantsFormulas: Bool { false }

  func beginSheet(_ name: String) {}

  func number(_ value: Double, row: Int, column: Int) { count += 1 }

  func cell(_ cell: borrowing ConvertCell) { count += 1 }

  func endSheet() {}

  func finish() throws { try write("\(count)\n") }
}
