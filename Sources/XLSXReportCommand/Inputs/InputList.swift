import Diagnostics
import Documents

/// The inputs of a command, with folders and lists expanded.
struct InputList {
  /// One input.
  struct Entry {
    /// The path; `-` is stdin.
    let path: String
    /// The folder that was named, if the input was found in one.
    var folder: String?
    /// The reason why it cannot be read, if already known.
    var failure: Failure?
  }

  /// The inputs in order.
  private(set) var entries: [Entry] = []
  /// The skipped files of folders.
  private(set) var skipped: [Folder.Skipped] = []
  /// Whether the output is that of several files, even if only one was found.
  let isSeveral: Bool

  /// The paths in order; `-` is stdin.
  var paths: [String] { entries.map(\.path) }

  /// Expands `options`; `withPDF` determines whether a `.pdf` in a folder counts as a submission.
  ///
  /// - Throws: ``Failure`` for a list that cannot be read or is empty, and for a folder that is the only
  ///   input and has no submissions.
  init(_ options: FilesOptions, withPDF: Bool) throws {
    var named = options.files
    if let list = options.filesFrom {
      named += try Self.paths(listedIn: list, endInNUL: options.nulEnds)
    }
    isSeveral =
      options.filesFrom != nil || named.count > 1
      || named.contains { $0 != "-" && Folder.exists(at: $0) }
    for path in named {
      guard path != "-", Folder.exists(at: path) else {
        entries.append(Entry(path: path))
        continue
      }
      let content = Folder(path: path).content(withPDF: withPDF)
      skipped += content.skipped
      entries += content.submissions.map {
        Entry(path: $0.path, folder: path, failure: $0.failure)
      }
      if content.submissions.isEmpty {
        entries.append(Entry(path: path, failure: Self.empty(path)))
      }
    }
  }

  private static func empty(_ folder: String) -> Failure {
    Failure(
      .noInput, file: folder,
      Phrase(
        zh: "文件夹里没有可读的文件（.xlsx、.csv、.html、.docx、.txt）",
        en: "the folder holds no file that could be read (.xlsx, .csv, .html, .docx, .txt)"))
  }

  /// The paths of a list: one per line, without blank lines, or each followed by a NUL.
  private static func paths(listedIn list: String, endInNUL: Bool) throws -> [String] {
    var bytes = try Failure.naming(list) {
      try Input(path: list, limits: .standard).bytes()
    }[...]
    if !endInNUL {
      guard !bytes.contains(0) else {
        throw Failure(
          .data, file: list,
          Phrase(
            zh: "列表里有 NUL 字符；文件名以 NUL 结尾的列表（find -print0）请加 -0，其他列表请存为 UTF-8 文本",
            en: """
              the list holds a NUL character; for names that end in NUL ('find -print0') add -0, and \
              save any other list as UTF-8 text
              """))
      }
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    }
    let names =
      endInNUL
      ? bytes.split(separator: 0)
      : bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        .filter { !$0.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
    guard !names.isEmpty else {
      throw Failure(
        .noInput, file: list,
        Phrase(zh: "文件名列表是空的", en: "the list names no file"))
    }
    return names.map { String(fileName: $0) }
  }
}
