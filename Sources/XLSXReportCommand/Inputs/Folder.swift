import Languages

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of submissions.
struct Folder {
  /// The path as the user gave it.
  let path: String

  /// The endings of names that agencies send forms under; the old ones too, so that such a file is
  /// refused aloud and not passed over.
  private static let extensions: Set<String> = [
    "xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "et", "ods", "csv", "tsv", "htm", "html", "docx",
    "doc", "txt",
  ]

  /// Whether `path` names a folder, links followed.
  static func exists(at path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The submissions in it and in the folders below, in name order.
  ///
  /// Hidden files, the `~$…` files that office programs leave beside an open document, and links to
  /// folders are passed over; a `.pdf` counts only with `withPDF`.
  ///
  /// - Throws: ``Failure`` with ``ExitStatus/noInput``.
  func submissions(withPDF: Bool) throws(Failure) -> [String] {
    var found: [String] = []
    for name in try names().sorted() {
      let file = path.hasSuffix("/") ? path + name : path + "/" + name
      if Self.exists(at: file) {
        if !Self.isLink(file) {
          found += try Folder(path: file).submissions(withPDF: withPDF)
        }
      } else if let ending = name.split(separator: ".").last?.lowercased(),
        Self.extensions.contains(ending) || withPDF && ending == "pdf"
      {
        found.append(file)
      }
    }
    return found
  }

  private func names() throws(Failure) -> [String] {
    guard let stream = opendir(path) else {
      let fault = SystemFault.last
      throw Failure(
        .noInput, file: path,
        Phrase(
          zh: "无法打开文件夹：\(fault.phrase.zh)", en: "the folder cannot be opened: \(fault.phrase.en)"))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
    }
    return names
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
