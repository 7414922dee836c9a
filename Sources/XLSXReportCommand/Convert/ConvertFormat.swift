import ArgumentParser

/// What `convert` writes.
enum ConvertFormat: String, ExpressibleByArgument, CaseIterable {
  /// Comma-separated values.
  case csv
  /// Tab-separated values.
  case tsv
  /// A workbook.
  case xlsx
  /// One JSON object a cell.
  case ndjson
  /// Nothing but a count of cells.
  case null

  /// The format that a path's extension names.
  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "xlsx": self = .xlsx
    case "ndjson", "jsonl": self = .ndjson
    default: return nil
    }
  }

  /// Whether it holds one sheet, as records.
  var isDelimited: Bool { self == .csv || self == .tsv }
}
