import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The places of the copies of several files, as paths below one folder.
///
/// Paths below a folder argument are kept, and file arguments are placed relative to their common folder. If
/// two files then have one place, as for two folders with files of the same name, all files are placed
/// relative to the folder that they have in common.
struct CopyPlaces {
  private let places: [String]

  /// Finds the places of `entries`.
  ///
  /// - Complexity: O(*n*) in the length of the paths.
  init(_ entries: [InputList.Entry]) {
    let current = Self.currentFolder
    let paths = entries.map { $0.path == "-" ? ["-"] : Self.names(of: $0.path, in: current) }
    let files = entries.indices.filter { entries[$0].folder == nil && entries[$0].path != "-" }
    let depth = Self.commonDepth(files.map { paths[$0] })
    let kept = entries.indices.map { index -> [String] in
      guard paths[index] != ["-"] else { return ["-"] }
      let above = entries[index].folder.map { Self.names(of: $0, in: current).count } ?? depth
      return Array(paths[index].dropFirst(above))
    }
    guard Set(kept).count < Set(paths).count else {
      places = kept.map { $0.joined(separator: "/") }
      return
    }
    let all = Self.commonDepth(paths.filter { $0 != ["-"] })
    places = paths.map { ($0 == ["-"] ? $0 : Array($0.dropFirst(all))).joined(separator: "/") }
  }

  /// The place of the copy of the entry at `index`.
  subscript(index: Int) -> String { places[index] }

  /// How many folders the files at `paths` have in common.
  private static func commonDepth(_ paths: [[String]]) -> Int {
    guard var common = paths.first?.dropLast() else { return 0 }
    for path in paths.dropFirst() {
      let count = zip(common, path.dropLast()).prefix { $0 == $1 }.count
      common = common.prefix(count)
    }
    return common.count
  }

  /// The names of `path` from the root on, without `.` and `..`.
  private static func names(of path: String, in current: String) -> [String] {
    let whole = path.utf8.first == UInt8(ascii: "/") ? path : current + "/" + path
    return whole.utf8.split(separator: UInt8(ascii: "/")).reduce(into: []) { names, name in
      switch Substring(name) {
      case ".": break
      case "..": _ = names.popLast()
      case let name: names.append(String(name))
      }
    }
  }

  private static var currentFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(fileName: folder)
  }
}
