import DelimitedText

/// Counts the cells that hold something, and prints no more than that.
struct CellCountOutput: ConvertOutput {
  private(set) var count = 0
  private let write: (String) throws -> Void

  init(_ write: @escaping (String) throws -> Void) { self.write = write }

  var wantsFormulas: Bool { false }

  mutating func beginSheet(_ name: String) {}

  mutating func cell(_ cell: borrowing ConvertCell) { count += 1 }

  mutating func endSheet() {}

  mutating func finish() throws { try write("\(count)\n") }
}
