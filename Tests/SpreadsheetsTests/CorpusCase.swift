import Foundation
import Spreadsheets
import TestSupport

/// A workbook of the shared corpus with the cells that two independent readers agree on.
struct CorpusCase: Sendable {
  let id: String
  let file: String
  let hasAnswer: Bool

  /// The corpus's list.
  static func all() throws -> [CorpusCase] {
    let list = try String(
      contentsOf: SharedMaterial.url("corpus/visible.tsv"), encoding: .utf8)
    return list.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let answer = SharedMaterial.isPresent("corpus/expected/\(fields[0]).json.gz")
      return CorpusCase(id: String(fields[0]), file: String(fields[6]), hasAnswer: answer)
    }
  }

  /// What is wrong with how we read the file; empty when nothing is.
  func faults() throws -> [String] {
    let workbook = try Workbook(path: SharedMaterial.url("corpus/\(file)").path)
    var faults: [String] = []
    for expected in try answer() where expected["type"] as? String ?? "worksheet" == "worksheet" {
      let name = expected["name"] as? String ?? ""
      guard let sheet = workbook.sheets.first(where: { $0.name == name }) else {
        faults.append("no sheet \(name)")
        continue
      }
      guard sheet.hasCells else { continue }
      let cells = try Self.cells(of: sheet, in: workbook)
      faults += Self.differences(of: cells, from: expected, workbook).map { "\(name)!\($0)" }
    }
    return faults
  }

  private func answer() throws -> [[String: Any]] {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", SharedMaterial.url("corpus/expected/\(id).json.gz").path]
    let output = folder.path("answer.json")
    try Data().write(to: URL(fileURLWithPath: output))
    process.standardOutput = FileHandle(forWritingAtPath: output)
    try process.run()
    process.waitUntilExit()
    let data = try Data(contentsOf: URL(fileURLWithPath: output))
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return object?["sheets"] as? [[String: Any]] ?? []
  }

  private static func cells(
    of sheet: SheetInfo, in workbook: Workbook
  ) throws -> [CellReference: Cell] {
    var cells: [CellReference: Cell] = [:]
    var rows = try workbook.rows(of: sheet)
    while let row = try rows.next() {
      for cell in row.cells where cell.value != .empty { cells[cell.reference] = cell }
    }
    return cells
  }

  private static func differences(
    of cells: [CellReference: Cell], from expected: [String: Any], _ workbook: Workbook
  ) -> [String] {
    var faults: [String] = []
    var known: Set<CellReference> = []
    for key in ["disagree", "errors_seen_by_openpyxl_only", "errors_seen_by_libreoffice_only"] {
      for place in expected[key] as? [Any] ?? [] {
        let pair =
          (place as? [String: Any]).map { [$0["row"], $0["col"]] } ?? place as? [Any?] ?? []
        if let row = pair[0] as? Int, let column = pair[1] as? Int {
          known.insert(CellReference(row: row, column: column))
        }
      }
    }
    for case let cell as [Any] in expected["cells"] as? [Any] ?? [] {
      guard let row = cell[0] as? Int, let column = cell[1] as? Int else { continue }
      let reference = CellReference(row: row, column: column)
      known.insert(reference)
      let type = cell[2] as? String ?? ""
      if !isRight(cells[reference], type, cell[3], workbook.dateSystem) {
        let found = cells[reference].map { "\($0.value) as \($0.format.code)" } ?? "nothing"
        faults.append("\(reference): want \(type) \(cell[3]), found \(found)")
      }
    }
    for (reference, cell) in cells where !known.contains(reference) {
      if cell.value != .empty, cell.value != .text("") {
        faults.append("\(reference): not expected, found \(cell.value)")
      }
    }
    return faults
  }

  private static func isRight(
    _ cell: Cell?, _ type: String, _ value: Any, _ system: DateSystem
  ) -> Bool {
    let text = value as? String
    switch (type, cell?.value) {
    case ("n", .number(let number)?), ("n|d", .number(let number)?):
      return isSame(number, text)
    case ("d", .number(let number)?):
      return isSame(number, text)
        && system.text(of: number, format: cell?.format ?? .general) != nil
    case ("d~", .number(let number)?):
      return abs(number - (text.flatMap { Double($0) } ?? .nan)) < 2e-5
    case ("d~", .dateText(let found)?):
      return abs((system.serial(ofText: found) ?? .nan) - (text.flatMap { Double($0) } ?? .nan))
        < 2e-5
    case ("iso", .dateText(let found)?): return found.hasPrefix(text?.prefix(10) ?? "")
    case ("b", .boolean(let found)?): return found == value as? Bool
    case ("s", .text(let found)?): return found == text
    case ("s", .empty?), ("s", nil): return text == ""
    default: return false
    }
  }

  private static func isSame(_ number: Double, _ text: String?) -> Bool {
    guard let other = text.flatMap({ Double($0) }) else { return false }
    return number == other || number.isNaN && other.isNaN
      || abs(number - other) <= 1e-15 * max(abs(number), abs(other))
  }
}
