import Diagnostics
import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder of submissions.
struct Folder {
  /// A file that is not read, with the reason.
  struct Skipped {
    /// Its path.
    let path: String
    /// The reason, for people.
    let reason: Phrase

    /// The line that names it.
    var phrase: Phrase { Phrase(zh: "\(path)：\(reason.zh)", en: "\(path): \(reason.en)") }
  }

  /// The content of a folder and of those below.
  struct Content {
    /// The submissions, in name order; a folder that cannot be opened counts as an unreadable submission.
    var submissions: [(path: String, failure: Failure?)] = []
    /// The skipped files.
    var skipped: [Skipped] = []
  }

  /// The path as the user gave it.
  let path: String

  /// The extensions of forms as agencies send them, including old ones, so that a file with one is reported
  /// and not skipped.
  private static let extensions: Set<String> = SubmissionKind.workbookExtensions.union([
    "xls", "xlsb", "et", "ods", "csv", "tsv", "htm", "html", "docx",
    "doc", "txt",
  ])

  /// Whether `path` is a folder, with links followed.
  static func exists(at path: String) -> Bool {
    mode(of: path).map { $0 & S_IFMT == S_IFDIR } ?? false
  }

  /// The submissions in it and in the folders below, in name order, and all other files.
  ///
  /// Hidden files and the `~$…` files that office programs leave beside an open document are ignored. A
  /// `.pdf` is a submission only with `withPDF`.
  func content(withPDF: Bool) -> Content {
    var content = Content()
    add(to: &content, withPDF: withPDF)
    return content
  }

  private func add(to content: inout Content, withPDF: Bool) {
    let names: [String]
    do { names = try self.names().sorted() } catch {
      return content.submissions.append((path, error))
    }
    for name in names {
      let file = path.hasSuffix("/") ? path + name : path + "/" + name
      let mode = Self.mode(of: file)
      if mode.map({ $0 & S_IFMT == S_IFDIR }) ?? false {
        if Self.isLink(file) {
          content.skipped.append(Skipped(path: file, reason: Skipped.link))
        } else {
          Folder(path: file).add(to: &content, withPDF: withPDF)
        }
        continue
      }
      let ending = file.fileNameExtension
      // A broken link is reported.
      if let mode, mode & S_IFMT != S_IFREG {
        content.skipped.append(Skipped(path: file, reason: Skipped.special))
      } else if Self.extensions.contains(ending) || withPDF && ending == "pdf" {
        content.submissions.append((file, nil))
      } else {
        content.skipped.append(Skipped(path: file, reason: Skipped.reason(ending)))
      }
    }
  }

  private func names() throws(Failure) -> [String] {
    guard let stream = opendir(path.systemName) else {
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
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(fileName: $0) }
      }
      if !name.hasPrefix("."), !name.hasPrefix("~$") { names.append(name) }
    }
    return names
  }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path.systemName, &status) == 0 ? status.st_mode : nil
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path.systemName, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}

extension Folder.Skipped {
  fileprivate static let link = Phrase(
    zh: "跳过：这是指向文件夹的链接；要读它，请直接给出它的路径",
    en: "skipped: a link to a folder; name it on the command line to have it read")
  fileprivate static let special = Phrase(
    zh: "跳过：不是普通文件", en: "skipped: not a regular file")

  /// The reason why a file whose name ends in `ending` is not read.
  fileprivate static func reason(_ ending: String) -> Phrase {
    switch ending {
    case "pdf":
      Phrase(
        zh: "跳过：这是 PDF；装有 pdftotext 时加 --allow-converters 可读",
        en: "skipped: a PDF; with pdftotext installed, --allow-converters has it read")
    case "zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz":
      Phrase(zh: "跳过：这是压缩包，请先解压", en: "skipped: an archive; unpack it first")
    default:
      Phrase(
        zh: "跳过：从名称看不是工作簿、CSV、网页、Word 文档或文本",
        en: "skipped: by its name no workbook, CSV, web page, Word document or text")
    }
  }
}
