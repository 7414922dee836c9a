// Writes the values of write_cells.c through the library's public interface, for run.py, and prints the CPU
// seconds and the time by the clock that this took, without the program's start; with `ready` also without
// making the values, which are in memory before.
//
// usage: WriteCells numbers|mixed ROWS COLUMNS OUT.xlsx [ready]

import Spreadsheets

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

let arguments = CommandLine.arguments
guard 5...6 ~= arguments.count, let rows = Int(arguments[2]), let columns = Int(arguments[3])
else { fatalError("usage: WriteCells numbers|mixed ROWS COLUMNS OUT.xlsx [ready]") }
let isMixed = arguments[1] == "mixed"
let ready =
  arguments.last == "ready" ? (made(isMixed: isMixed, rows, columns), texts()) : nil
let start = (cpu: clock(), wall: ContinuousClock.now)
if let ready {
  try write(ready.0, ready.1, columns, to: arguments[4])
} else {
  try write(isMixed: isMixed, rows, columns, to: arguments[4])
}
let elapsed = ContinuousClock.now - start.wall
print(Double(clock() - start.cpu) / Double(CLOCKS_PER_SEC), elapsed / .seconds(1))

// Functions, because variables of the file itself are slower than those of the C peer.

func texts() -> [String] {
  (0..<5_000).map { $0 % 2 == 1 ? "政府信息公开年度报告\($0)" : "total income \($0)" }
}

enum Value {
  case number(Double)
  /// One of the texts, by its number.
  case text(Int)
}

func made(isMixed: Bool, _ rows: Int, _ columns: Int) -> [Value] {
  var values = Values()
  return (0..<rows * columns).map { place in
    isMixed && place % columns % 10 < 3
      ? .text(values.next(below: 5_000)) : .number(values.number())
  }
}

func write(_ values: [Value], _ texts: [String], _ columns: Int, to path: String) throws {
  let workbook = try WorkbookWriter(path: path)
  let sheet = try workbook.addSheet("Sheet1")
  for place in values.indices {
    if place % columns == 0 { try sheet.beginRow() }
    switch values[place] {
    case .number(let number): try sheet.append(number)
    case .text(let number): try sheet.append(texts[number])
    }
  }
  try workbook.finish()
}

func write(isMixed: Bool, _ rows: Int, _ columns: Int, to path: String) throws {
  var values = Values()
  let texts = texts()
  let workbook = try WorkbookWriter(path: path)
  let sheet = try workbook.addSheet("Sheet1")
  for _ in 0..<rows {
    try sheet.beginRow()
    for column in 0..<columns {
      if isMixed, column % 10 < 3 {
        try sheet.append(texts[values.next(below: 5_000)])
      } else {
        try sheet.append(values.number())
      }
    }
  }
  try workbook.finish()
}
