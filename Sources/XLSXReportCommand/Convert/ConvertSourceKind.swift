/// The kind of an input of `convert`, by its first bytes and, if they are inconclusive, by its name.
enum ConvertSourceKind {
  /// An archive, an OLE file or a file with a workbook's name: the workbook reader reports what is wrong.
  case workbook
  /// Delimited text.
  case delimited
  /// Cells, one per line.
  case cellLines
  /// HTML or XML.
  case webPage
  /// PDF.
  case portableDocument

  init(path: String, head: [UInt8]) {
    let name = path.split(separator: "/").last ?? ""
    let pathExtension = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    let isArchive = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]].contains {
      head.starts(with: $0)
    }
    let text = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    if isArchive || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .workbook
    } else if text.starts(with: "{\"sheet\"".utf8) {
      self = .cellLines
    } else {
      switch pathExtension {
      case "xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "xlam", "et", "ods":
        self = .workbook
      case "ndjson", "jsonl": self = .cellLines
      case "csv", "tsv", "tab", "txt": self = .delimited
      default: self = Self.unnamed(text)
      }
    }
  }

  private static func unnamed(_ text: ArraySlice<UInt8>) -> Self {
    let lowered = text.prefix(16).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    if lowered.starts(with: "%pdf-".utf8) { return .portableDocument }
    let isMarkup = ["<!doctype", "<html", "<?xml"].contains { lowered.starts(with: $0.utf8) }
    return isMarkup ? .webPage : .delimited
  }
}
