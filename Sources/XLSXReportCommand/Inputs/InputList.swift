import Languages
import Limits
import Submissions

/// The inputs of a command, folders and lists read out.
struct InputList {
  /// The paths in order; `-` is stdin.
  let paths: [String]
  /// Whether the output is that of several files, even where only one was found.
  let isSeveral: Bool

  /// Reads out `options`; `withPDF` says whether a `.pdf` in a folder counts as a submission.
  ///
  /// - Throws: ``Failure`` for a list or folder that cannot be read or holds nothing.
  init(_ options: FilesOptions, withPDF: Bool) throws {
    var named = options.files
    if let list = options.filesFrom { named += try Self.paths(listedIn: list) }
    var paths: [String] = []
    var isSeveral = options.filesFrom != nil || named.count > 1
    for path in named {
      guard path != "-", Folder.exists(at: path) else {
        paths.append(path)
        continue
      }
      isSeveral = true
      let found = try Folder(path: path).submissions(withPDF: withPDF)
      guard !found.isEmpty else {
        throw Failure(
          .noInput, file: path,
          Phrase(
            zh: "文件夹里没有可读的文件（.xlsx、.csv、.html、.docx、.txt）",
            en: "the folder holds no file that could be read (.xlsx, .csv, .html, .docx, .txt)"))
      }
      paths += found
    }
    self.paths = paths
    self.isSeveral = isSeveral
  }

  /// The paths of a list, one a line; blank lines are none.
  private static func paths(listedIn list: String) throws -> [String] {
    let bytes = try Failure.naming(list) {
      try SubmissionFile(path: list, limits: .standard).bytes()
    }
    let paths = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
      .map { $0.hasPrefix("\u{FEFF}") ? String($0.dropFirst()) : String($0) }
      .filter { !$0.allSatisfy(\.isWhitespace) }
    guard !paths.isEmpty else {
      throw Failure(
        .noInput, file: list,
        Phrase(zh: "文件名列表是空的", en: "the list names no file"))
    }
    return paths
  }
}
