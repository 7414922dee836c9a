package import Diagnostics

/// Why bytes could not be read from a file or a pipe.
package enum ByteSourceError: PhrasedError, Hashable {
  /// The file does not exist or may not be opened.
  case cannotOpen(SystemFault)
  /// The path is that of a folder.
  case isFolder
  /// Reading failed.
  case cannotRead(SystemFault)

  /// The message.
  package var phrase: Phrase {
    switch self {
    case .cannotOpen(let fault):
      Phrase(zh: "无法打开：\(fault.phrase.zh)", en: "cannot be opened: \(fault.phrase.en)")
    case .isFolder:
      Phrase(zh: "这是一个文件夹，而不是文件；请给出文件夹里的文件", en: "is a folder, not a file; name the files in it")
    case .cannotRead(let fault):
      Phrase(
        zh: "读取中途失败：\(fault.phrase.zh)", en: "reading failed part-way: \(fault.phrase.en)")
    }
  }
}
