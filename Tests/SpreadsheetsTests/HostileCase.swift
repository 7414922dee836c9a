import Foundation
import Spreadsheets

/// A hostile or merely unusual workbook, with what a reader should do to it.
struct HostileCase: Decodable, Sendable {
  /// A cell that must come out: sheet, reference, type, value.
  struct Probe: Sendable {
    var sheet: String
    var reference: String
    var value: CellValue
  }

  let file: String
  let area: String
  let expect: String
  let probes: [Probe]

  /// What is wrong with how we read the file at `path`; nil when nothing is.
  func fault(at path: String) -> String? {
    var cells: [String: CellValue] = [:]
    do {
      let workbook = try Workbook(path: path)
      for sheet in workbook.sheets where sheet.hasCells {
        var rows = try workbook.rows(of: sheet)
        while let row = try rows.next() {
          for cell in row.cells { cells["\(sheet.name)!\(cell.reference)"] = cell.value }
        }
      }
    } catch {
      return expect == "ok" ? "refused: \(error)" : nil
    }
    if expect == "error" { return "accepted what must be refused" }
    for probe in probes where expect == "ok" {
      let found = cells.first {
        $0.key == "\(probe.sheet)!\(probe.reference)"
          || probe.sheet.isEmpty && $0.key.hasSuffix("!\(probe.reference)")
      }
      if found?.value ?? .empty == probe.value { continue }
      return
        "\(probe.reference): want \(probe.value), found \(found.map { "\($0.value)" } ?? "nothing")"
    }
    return nil
  }
}

extension HostileCase.Probe: Decodable {
  init(from decoder: any Decoder) throws {
    var fields = try decoder.unkeyedContainer()
    sheet = try fields.decode(String.self)
    reference = try fields.decode(String.self)
    switch try fields.decode(String.self) {
    case "n": value = .number(try fields.decode(Double.self))
    case "b": value = .boolean(try fields.decode(Bool.self))
    case "e": value = .error(CellError(try fields.decode(String.self)))
    default:
      let text = try fields.decode(String?.self) ?? ""
      value = text.isEmpty ? .empty : .text(text)
    }
  }
}
