#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics
import Documents

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Converts a file by an external converter into one that is read here: `pdftotext` or LibreOffice's
/// `soffice`.
///
/// It runs in a temporary folder of its own, which is removed, and for at most two minutes; no shell is
/// involved.
struct ExternalConverter {
  /// The longest time that a program may take, in seconds.
  private static let patience = 120

  /// The result for a kind of file, which determines the program.
  private enum Route {
    case text
    case workbook
    case document

    init?(_ kind: SubmissionKind.Foreign) {
      switch kind {
      case .pdf: self = .text
      case .legacyWorkbook, .openDocumentSheet, .spreadsheetML2003, .binaryWorkbook:
        self = .workbook
      case .legacyDocument, .openDocumentText, .richText: self = .document
      case .encrypted, .presentation, .image, .archive, .xml, .empty, .zeros, .misnamed, .unknown:
        return nil
      }
    }
  }

  /// `file` as one that can be read; nil for a kind without a converter, and for stdin.
  ///
  /// - Throws: ``Failure`` if the program is missing, fails or takes too long.
  static func converted(
    _ file: Input, _ kind: SubmissionKind.Foreign, limits: Limits
  ) throws -> Input? {
    guard let route = Route(kind), file.name != "-" else { return nil }
    let folder = try temporaryFolder()
    defer { discard(folder) }
    // A fixed name, whatever the file's name is: the result is named after it.
    let input = folder + "/submission." + file.nameExtension
    if let real = realpath(file.name.systemName, nil) {
      symlink(real, input.systemName)
      free(real)
    }
    let (program, arguments, result): (String, [String], String)
    switch route {
    case .text:
      result = folder + "/converted.txt"
      (program, arguments) = ("pdftotext", ["-layout", "-enc", "UTF-8", input, result])
    case .workbook, .document:
      let format = route == .workbook ? "xlsx" : "docx"
      result = folder + "/submission." + format
      program = "soffice"
      arguments = [
        "--headless", "-env:UserInstallation=file://\(folder)/profile", "--convert-to", format,
        "--outdir", folder, input,
      ]
    }
    try run(program, arguments)
    let bytes = try? Input(path: result).bytes(limits: limits)
    guard let bytes else { throw failed(program) }
    return Input(name: result, bytes: bytes)
  }

  private static func temporaryFolder() throws -> String {
    let parent = getenv("TMPDIR").map { String(fileName: $0) } ?? "/tmp"
    var template = "\(parent)/xlsxreport.XXXXXX".systemName
    guard mkdtemp(&template) != nil else {
      throw Failure(
        .cannotCreate,
        Phrase(
          zh: "无法在 \(parent) 建立临时文件夹", en: "no temporary folder can be made in \(parent)"))
    }
    return String(fileName: template)
  }

  private static func discard(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var vector = ([program] + arguments).map { strdup($0.systemName) }
    defer { for word in vector { free(word) } }
    vector.append(nil)
    let names = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL"]
    var environment: [UnsafeMutablePointer<CChar>?] = names.compactMap { name in
      getenv(name).map { strdup("\(name)=" + String(cString: $0)) }
    }
    defer { for setting in environment { free(setting) } }
    environment.append(nil)
    var process: pid_t = 0
    guard posix_spawnp(&process, program, &actions, nil, vector, environment) == 0 else {
      throw Failure(
        .data,
        Phrase(
          zh: "需要 \(program) 才能读这种文件，但没有装；请安装它，或另存为 .xlsx",
          en: "reading this needs \(program), which is not installed; install it or save as .xlsx"))
    }
    var status: Int32 = 0
    for _ in 0..<(patience * 100) {
      if waitpid(process, &status, WNOHANG) == process {
        guard status == 0 else { throw failed(program) }
        return
      }
      usleep(10_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
    throw Failure(
      .data,
      Phrase(
        zh: "\(program) 在 \(patience) 秒内没有转换完；请自行另存为 .xlsx",
        en: "\(program) did not finish within \(patience) seconds; save the file as .xlsx yourself")
    )
  }

  private static func failed(_ program: String) -> Failure {
    Failure(
      .data,
      Phrase(
        zh: "\(program) 无法转换这个文件；请用原来的程序打开，另存为 .xlsx",
        en: "\(program) cannot convert this file; open it in its own program and save it as .xlsx"))
  }
}
