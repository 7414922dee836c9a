import Foundation

// Sets one number in a copy of each workbook that stdin names, for the scripts that judge edits.
//
// usage: SetCells FOLDER < PATHS; a line of JSON about each edit goes to stdout, the copies to FOLDER.
let folder = CommandLine.arguments.dropFirst().first ?? "."
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
var number = 0

func tell(_ edit: Edit) throws {
  try FileHandle.standardOutput.write(contentsOf: encoder.encode(edit) + Data("\n".utf8))
}

while let source = readLine() {
  do {
    let cells = try NumberCells(path: source)
    for choice in Edit.Choice.allCases {
      number += 1
      if let edit = Edit(choice, of: source, in: cells, to: "\(folder)/\(number)") {
        try tell(edit)
      }
    }
  } catch {
    try tell(Edit(unreadable: source, error))
  }
}
