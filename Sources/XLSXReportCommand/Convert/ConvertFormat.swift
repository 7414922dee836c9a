import ArgumentParser

/// The output format of `convert`.
enum ConvertFormat: String, ExpressibleByArgument, CaseIterable {
  /// Comma-separated values.
  case csv
  /// Tab-separated values.
  case tsv
  /// A workbook.
  case xlsx
  /// One JSON object per cell.
  case ndjson
  /// Only a count of cells.
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

  /// Whether it is one sheet of records.
  var isDelimited: Bool { self == .csv || self == .tsv }
}
