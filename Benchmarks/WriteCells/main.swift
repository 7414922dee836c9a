// Writes the values of write_cells.c through the library's public interface, for run.py.
//
// usage: WriteCells numbers|mixed ROWS COLUMNS OUT.xlsx

import Spreadsheets

let arguments = CommandLine.arguments
guard arguments.count == 5, let rows = Int(arguments[2]), let columns = Int(arguments[3]) else {
  fatalError("usage: WriteCells numbers|mixed ROWS COLUMNS OUT.xlsx")
}
try write(isMixed: arguments[1] == "mixed", rows, columns, to: arguments[4])

// A function, because variables of the file itself are slower than those of the C peer.
func write(isMixed: Bool, _ rows: Int, _ columns: Int, to path: String) throws {
  var values = Values()
  let texts = (0..<5_000).map { $0 % 2 == 1 ? "政府信息公开年度报告\($0)" : "total income \($0)" }
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
