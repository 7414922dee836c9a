package import Languages

/// Why bytes could not be had from a file or a pipe.
package enum ByteSourceError: PhrasedError, Hashable {
  /// The file does not exist or may not be opened; with the system's own reason.
  case cannotOpen(reason: String)
  /// The path names a folder.
  case isFolder
  /// Reading failed part-way; with the system's own reason.
  case cannotRead(reason: String)

  /// Says what went wrong with the file.
  package var phrase: Phrase {
    switch self {
    case .cannotOpen(let reason):
      Phrase(zh: "无法打开：\(reason)", en: "cannot be opened: \(reason)")
    case .isFolder:
      Phrase(zh: "这是一个文件夹，而不是文件", en: "is a folder, not a file")
    case .cannotRead(let reason):
      Phrase(zh: "读取中途失败：\(reason)", en: "reading failed part-way: \(reason)")
    }
  }
}
