import Diagnostics

/// Makes names of sheets and of files that the other side accepts.
enum ConvertSheetName {
  /// The sheet's name for the delimited text in the file at `path`: the file's own, as in Excel.
  static func sheet(forFile path: String) -> String {
    guard path != "-" else { return "Sheet1" }
    var name = path.split(separator: "/").last.map(String.init) ?? ""
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    let scalars = name.shownFileName.unicodeScalars.map { scalar -> Unicode.Scalar in
      "[]:*?/\\".unicodeScalars.contains(scalar) || !isPrintable(scalar) ? "_" : scalar
    }
    var result = ""
    for scalar in scalars {
      guard result.utf16.count + UTF16.width(scalar) <= 31 else { break }
      result.unicodeScalars.append(scalar)
    }
    while result.hasPrefix("'") { result.removeFirst() }
    while result.hasSuffix("'") { result.removeLast() }
    // Excel reserves this name.
    return result.isEmpty || result.lowercased() == "history" ? "Sheet1" : result
  }

  /// A file's name for the sheet `name`, without an extension: no separators, no `..`, no name that Windows
  /// reserves, and none of `used`, case-insensitively.
  static func file(forSheet name: String, avoiding used: inout Set<String>) -> String {
    var base = ""
    for scalar in name.unicodeScalars {
      let isForbidden = "/\\:*?\"<>|".unicodeScalars.contains(scalar) || !isPrintable(scalar)
      base.unicodeScalars.append(isForbidden ? "_" : scalar)
      // File systems allow names of at most 255 bytes.
      if base.utf8.count > 200 { break }
    }
    while let last = base.last, last == "." || last == " " { base.removeLast() }
    if base.isEmpty || base.hasPrefix(".") || base.hasPrefix("-") { base = "_" + base }
    if isReserved(base) { base += "_" }
    var candidate = base
    var number = 2
    while !used.insert(candidate.lowercased()).inserted {
      candidate = "\(base)-\(number)"
      number += 1
    }
    return candidate
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: true
    }
  }

  /// Whether it is the name of a device on Windows, which an extension does not change.
  private static func isReserved(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
    return stem.utf8.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
      && stem.last?.isNumber == true
  }
}
