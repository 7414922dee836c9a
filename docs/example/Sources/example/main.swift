import Spreadsheets

/// Adds the numbers of a sheet up without making an array or a string for any cell.
struct Sum: CellSink {
  var total = 0.0
  var wantsFormulas: Bool { false }
  mutating func cell(_ cell: borrowing CellView) { total += cell.number ?? 0 }
}

let path = "example.xlsx"

// Write: rows go to the file as they are appended.
let writer = try WorkbookWriter(path: path)
let bold = try writer.style(CellStyle(font: CellFont(isBold: true)))
let page = try writer.addSheet("Requests")
try page.append(row: ["Outcome", "Count"], style: bold)
try page.append(row: ["granted", 201])
try page.append(row: ["refused", 19])
try writer.finish()

// Read: rows come as they are asked for.
let workbook = try Workbook(path: path)
for sheet in workbook.sheets where sheet.hasCells {
  var rows = try workbook.rows(of: sheet)
  while let row = try rows.next() {
    let values = row.cells.map { "\($0.reference)=\($0.value)" }
    print(sheet.name, row.number, values.joined(separator: " "))
  }

  // Stream: a sink takes the cells without an allocation for each.
  var sum = Sum()
  _ = try workbook.read(sheet, into: &sum)
  print(sheet.name, "total", sum.total)
}
